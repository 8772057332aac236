import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { administer, uniqueName, withDatabase } from './databases.ts'
import { damageAfter, killAWriter } from './kill.ts'
import { aStore, PLAN } from './small-plan.ts'

const KILLS_MS = [40, 150, 400]
const postgres = inject('postgres')

async function survivesKills(url: string) {
  const store = await aStore(await openDatabase(url))
  await store.close()
  for (const afterMs of KILLS_MS) {
    const acknowledged = await killAWriter(url, PLAN, afterMs)
    expect(acknowledged.size).toBeGreaterThan(0)
    expect(await damageAfter(url, PLAN, acknowledged)).toEqual([])
  }
}

describe('a process killed in the middle of its work', () => {
  test('loses no acknowledged revision of the embedded database, which opens again', async () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-kill-'))
    onTestFinished(() => fs.rmSync(directory, { recursive: true, force: true }))
    await survivesKills(`pglite:${directory}/data`)
  })

  test.skipIf(postgres === '')('loses no acknowledged revision on PostgreSQL', async () => {
    const name = uniqueName('kill')
    await administer(postgres, `CREATE DATABASE ${name}`)
    onTestFinished(() => administer(postgres, `DROP DATABASE ${name} WITH (FORCE)`))
    await survivesKills(withDatabase(postgres, name))
  })
})
