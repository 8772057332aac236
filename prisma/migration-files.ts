import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export type MigrationFile = { name: string; sql: string; checksum: string }

/** Oldest first: the folder names begin with the time of their making. */
export function readMigrations(folder: string): MigrationFile[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}
