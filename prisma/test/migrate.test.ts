import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { migrate } from '../migrate.ts'
import { administer, uniqueName, withDatabase } from './databases.ts'
import { aMigrationFolder, INIT, temporaryFolder } from './fixture-migrations.ts'

const postgres = inject('postgres')

describe.skipIf(postgres === '')('migrations on PostgreSQL', () => {
  const home = temporaryFolder()
  const pools: pg.Pool[] = []
  let folder = ''
  let url = ''
  const aPool = () => {
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    pools.push(pool)
    return pool
  }
  const namesIn = async (pool: pg.Pool) =>
    (await pool.query('SELECT migration_name FROM _prisma_migrations ORDER BY 1')).rows.map(
      (row) => row.migration_name,
    )

  beforeAll(() => {
    folder = path.join(home, 'migrations')
  })
  beforeEach(async () => {
    fs.rmSync(folder, { recursive: true, force: true })
    aMigrationFolder(home, { '1_init': INIT })
    const name = uniqueName('migrate')
    await administer(postgres, `CREATE DATABASE ${name}`)
    url = withDatabase(postgres, name)
  })
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    fs.rmSync(home, { recursive: true })
  })

  test('two servers that start at once apply each migration once', async () => {
    const applied = await Promise.all([migrate(aPool(), folder), migrate(aPool(), folder)])
    expect(applied.flat()).toEqual(['1_init'])
  })

  test('a migration that fails half-way leaves nothing of itself, and those before it stay', async () => {
    aMigrationFolder(home, { '2_half': 'CREATE TABLE half (id int); SELECT 1 / 0;' })
    const pool = aPool()
    await expect(migrate(pool, folder)).rejects.toThrow('"2_half" could not be applied: division by zero')
    expect(await namesIn(pool)).toEqual(['1_init'])
    expect((await pool.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }])
  })

  test('a migration edited after it was applied is refused', async () => {
    const pool = aPool()
    await migrate(pool, folder)
    aMigrationFolder(home, { '1_init': `${INIT}\n-- edited` })
    await expect(migrate(pool, folder)).rejects.toThrow('was edited after it was applied')
  })

  test('a database of a newer version is refused', async () => {
    const pool = aPool()
    await migrate(pool, aMigrationFolder(home, { '2_newer': 'CREATE TABLE newer (id int)' }))
    fs.rmSync(path.join(folder, '2_newer'), { recursive: true })
    await expect(migrate(pool, folder)).rejects.toThrow('changed by a newer version of Strandline')
  })

  test('a migration marked no-transaction may build an index concurrently', async () => {
    const sql = '-- no-transaction\nCREATE INDEX CONCURRENTLY note_parent ON note (parent)'
    const pool = aPool()
    expect(await migrate(pool, aMigrationFolder(home, { '2_index': sql }))).toEqual(['1_init', '2_index'])
    expect(await migrate(pool, folder)).toEqual([])
  })
})
