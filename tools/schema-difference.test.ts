import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ensureLockFile, schemaDifference } from './schema-difference.ts'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-schema-'))
const migrations = path.join(home, 'migrations')
const schema = path.join(home, 'schema.prisma')
afterAll(() => fs.rmSync(home, { recursive: true }))

function aSchema(fields: string) {
  fs.writeFileSync(schema, `datasource db {\n  provider = "postgresql"\n}\n\nmodel Note {\n${fields}\n}\n`)
}

function keep(name: string, sql: string) {
  fs.mkdirSync(path.join(migrations, name))
  fs.writeFileSync(path.join(migrations, name, 'migration.sql'), sql)
}

test('a migration is the way from those before it to the schema, and then they agree', async () => {
  ensureLockFile(migrations)
  aSchema('  id Int @id')
  const first = await schemaDifference(schema, migrations)
  expect(first).toContain('CREATE TABLE "Note"')
  keep('1_init', first)
  expect(await schemaDifference(schema, migrations)).toBe('')

  aSchema('  id Int @id\n  text String @default("x; y")')
  const second = await schemaDifference(schema, migrations)
  expect(second).toContain('ADD COLUMN     "text"')
  keep('2_text', second)
  expect(await schemaDifference(schema, migrations)).toBe('')
})
