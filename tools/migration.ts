import fs from 'node:fs'
import path from 'node:path'
import { ensureLockFile, hasLockFile, schemaDifference } from './schema-difference.ts'

const store = path.resolve(import.meta.dirname, '../prisma')
const migrations = path.join(store, 'migrations')
const [argument] = process.argv.slice(2).filter((text) => text !== '--')

if (argument === '--check') await check()
else if (/^[a-z][a-z0-9_]*$/.test(argument ?? '')) await author(argument as string)
else usage()

async function check() {
  const sql = hasLockFile(migrations) ? await difference() : 'There is no migration yet.'
  if (sql === '') return console.log('The migrations and schema.prisma agree.')
  console.error(`The migrations and schema.prisma differ. Run "pnpm migration <name>". \n\n${sql}`)
  process.exitCode = 1
}

async function author(name: string) {
  ensureLockFile(migrations)
  const sql = await difference()
  if (sql === '') return console.log('Nothing to do: the migrations and schema.prisma agree.')
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const file = path.join(migrations, `${stamp}_${name}`, 'migration.sql')
  fs.mkdirSync(path.dirname(file))
  fs.writeFileSync(file, sql)
  console.log(
    `Wrote ${path.relative(process.cwd(), file)}. Read it, and edit it where data must move, before it is applied.`,
  )
}

function difference() {
  return schemaDifference(path.join(store, 'schema.prisma'), migrations)
}

function usage() {
  console.error('Usage: pnpm migration <name_in_small_letters>, or pnpm migration --check')
  process.exitCode = 1
}
