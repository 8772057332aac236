import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../database.ts'
import { EMBEDDED_POSTGRES } from '../durable-pglite.ts'
import { aMigrationFolder, INIT, temporaryFolder } from './fixture-migrations.ts'

let home = ''
let url = ''
beforeEach(() => {
  home = temporaryFolder()
  url = `pglite:${path.join(home, 'new', 'data')}`
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(home, { recursive: true, force: true })
})
const init = () => aMigrationFolder(home, { '1_init': INIT })
const data = () => path.join(home, 'new', 'data')

describe('the embedded database', () => {
  test('flushes to the disk once for every commit', async () => {
    const database = await openDatabase(url, init())
    const flush = vi.spyOn(fs, 'fsyncSync')
    for (let id = 0; id < 100; id++) await database.prisma.$executeRaw`INSERT INTO parent VALUES (${id})`
    expect(flush.mock.calls.length).toBe(100)
    flush.mockClear()
    for (let id = 100; id < 150; id++) {
      await database.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO parent VALUES (${id})`
        await tx.$executeRaw`INSERT INTO note VALUES (${id}, ${id})`
      })
    }
    expect(flush.mock.calls.length).toBe(50)
    await database.close()
  })

  test('reports a commit that fails, and keeps nothing of it', async () => {
    const database = await openDatabase(url, init())
    const orphan = database.prisma.$transaction((tx) => tx.$executeRaw`INSERT INTO note VALUES (1, 999)`)
    await expect(orphan).rejects.toThrow()
    expect((await database.pool.query('SELECT * FROM note')).rows).toEqual([])
    await database.close()
  })

  test('refuses a directory that is open already, and opens it once it is free', async () => {
    const database = await openDatabase(url, init())
    await expect(openDatabase(url, init())).rejects.toThrow('is in use by another Strandline process')
    await database.close()
    const again = await openDatabase(url, init())
    await again.close()
  })

  test('says so when its directory cannot be written', async () => {
    const file = path.join(home, 'a-file')
    fs.writeFileSync(file, '')
    const problem = openDatabase(`pglite:${path.join(file, 'data')}`, init())
    await expect(problem).rejects.toThrow('cannot be written to (part of that path is a file)')
  })

  test('keeps the version of PostgreSQL that this build expects, and refuses another', async () => {
    await (await openDatabase(url, init())).close()
    const version = path.join(data(), 'pgdata', 'PG_VERSION')
    expect(fs.readFileSync(version, 'utf8').trim()).toBe(EMBEDDED_POSTGRES)
    fs.writeFileSync(version, '19\n')
    await expect(openDatabase(url, init())).rejects.toThrow('PostgreSQL 19 inside')
    expect(fs.readFileSync(version, 'utf8')).toBe('19\n')
  })

  test('leaves nothing behind when its first start fails', async () => {
    const broken = aMigrationFolder(home, { '1_broken': 'CREATE TABLE half (id int); SELECT 1 / 0;' })
    await expect(openDatabase(url, broken)).rejects.toThrow('division by zero')
    expect(fs.readdirSync(home)).toEqual(['migrations'])
  })

  test('keeps what was there when its first start fails', async () => {
    fs.mkdirSync(data(), { recursive: true })
    fs.writeFileSync(path.join(data(), 'mine.txt'), '')
    const broken = aMigrationFolder(home, { '1_broken': 'SELECT 1 / 0;' })
    await expect(openDatabase(url, broken)).rejects.toThrow('division by zero')
    expect(fs.readdirSync(data())).toEqual(['mine.txt'])
  })

  test('keeps an image of itself from before each upgrade, and the last three of them', async () => {
    await (await openDatabase(url, init())).close()
    for (const number of [2, 3, 4, 5]) {
      const more = aMigrationFolder(home, { [`${number}_more`]: `CREATE TABLE more_${number} (id int)` })
      await (await openDatabase(url, more)).close()
    }
    const images = fs.readdirSync(path.join(data(), 'backups'))
    expect(images.map((name) => name.replace(/^.*-before-/, ''))).toEqual(
      [3, 4, 5].map((number) => `${number}_more.tar.gz`),
    )
  })
})
