import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest'
import { type Database, openDatabase } from '../database.ts'

type Opened = { database: Database; remove: () => Promise<void> }
type Source = { make: () => Promise<Opened>; prepare: () => Promise<void>; discard: () => Promise<void> }

/**
 * Runs the same suite on the embedded database and on PostgreSQL. `open` gives a new, migrated database; one opened in a
 * test is gone after that test, one opened in beforeAll after the suite.
 */
export function describeEachDatabase(name: string, suite: (open: () => Promise<Database>) => void) {
  describe(`${name} (embedded)`, () => suite(opener(embeddedSource())))
  const postgres = inject('postgres')
  describe.skipIf(postgres === '')(`${name} (PostgreSQL)`, () => suite(opener(serverSource(postgres))))
}

function opener(source: Source): () => Promise<Database> {
  const ofSuite: Opened[] = []
  const ofTest: Opened[] = []
  let isInTest = false
  beforeAll(source.prepare)
  beforeEach(() => {
    isInTest = true
  })
  afterEach(async () => {
    isInTest = false
    await removeAll(ofTest)
  })
  afterAll(async () => {
    await removeAll(ofSuite)
    await source.discard()
  })
  return async () => {
    const list = isInTest ? ofTest : ofSuite
    const opened = await source.make()
    list.push(opened)
    return opened.database
  }
}

async function removeAll(list: Opened[]) {
  for (const { database, remove } of list.splice(0)) {
    await database.close()
    await remove()
  }
}

/** Making a directory takes seconds and copying a made one a fraction of that. */
function embeddedSource(): Source {
  let home = ''
  let count = 0
  return {
    prepare: async () => {
      home = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-embedded-'))
      const template = await openDatabase(`pglite:${path.join(home, 'template')}`)
      await template.close()
    },
    make: async () => {
      count += 1
      const directory = path.join(home, String(count))
      fs.cpSync(path.join(home, 'template'), directory, {
        recursive: true,
        mode: fs.constants.COPYFILE_FICLONE,
      })
      const database = await openDatabase(`pglite:${directory}`)
      return { database, remove: async () => fs.rmSync(directory, { recursive: true, force: true }) }
    },
    discard: async () => fs.rmSync(home, { recursive: true, force: true }),
  }
}

function serverSource(postgres: string): Source {
  const template = uniqueName('template')
  return {
    prepare: async () => {
      await administer(postgres, `CREATE DATABASE ${template}`)
      const database = await openDatabase(withDatabase(postgres, template))
      await database.close()
    },
    make: async () => {
      const name = uniqueName('test')
      await administer(postgres, `CREATE DATABASE ${name} TEMPLATE ${template}`)
      const database = await openDatabase(withDatabase(postgres, name))
      return { database, remove: () => administer(postgres, `DROP DATABASE ${name} WITH (FORCE)`) }
    },
    discard: () => administer(postgres, `DROP DATABASE ${template} WITH (FORCE)`),
  }
}

let serial = 0
export function uniqueName(kind: string): string {
  serial += 1
  return `${kind}_${process.pid}_${Date.now()}_${serial}`
}

export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

export async function administer(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
