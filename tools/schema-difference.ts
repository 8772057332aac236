import fs from 'node:fs'
import path from 'node:path'
import { readMigrations } from '../prisma/migration-files.ts'
import { withSchemaEngine } from './schema-engine.ts'

const LOCK_FILE = 'migration_lock.toml'

/** The SQL that leads from the migrations to the schema; empty when they agree. */
export async function schemaDifference(schemaFile: string, migrations: string): Promise<string> {
  const { exitCode, stdout } = await withSchemaEngine((engine) =>
    engine.diff({
      from: { tag: 'migrations', ...listOf(migrations) },
      to: {
        tag: 'schemaDatamodel',
        files: [{ path: schemaFile, content: fs.readFileSync(schemaFile, 'utf8') }],
      },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  return exitCode === 2 ? `${(stdout ?? '').trim()}\n` : ''
}

export function hasLockFile(migrations: string): boolean {
  return fs.existsSync(path.join(migrations, LOCK_FILE))
}

/** Prisma reads no history without this file. */
export function ensureLockFile(migrations: string) {
  fs.mkdirSync(migrations, { recursive: true })
  if (!hasLockFile(migrations))
    fs.writeFileSync(path.join(migrations, LOCK_FILE), 'provider = "postgresql"\n')
}

function listOf(migrations: string) {
  const files = readMigrations(migrations)
  return {
    baseDir: migrations,
    lockfile: { path: LOCK_FILE, content: fs.readFileSync(path.join(migrations, LOCK_FILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}
