import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const INIT = `CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE note (id int PRIMARY KEY, parent int REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);`

export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-test-'))
}

/** A folder of migrations for tests of the runner itself, which must not depend on the tables of the day. */
export function aMigrationFolder(home: string, migrations: Record<string, string>): string {
  const folder = path.join(home, 'migrations')
  for (const [name, sql] of Object.entries(migrations)) {
    fs.mkdirSync(path.join(folder, name), { recursive: true })
    fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  }
  return folder
}
