import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { edit } from '../packages/domain/src/command.ts'
import { openDatabase } from '../prisma/database.ts'
import { openStore } from '../prisma/open-store.ts'
import { damageAfter, killAWriter } from '../prisma/test/kill.ts'
import { startCluster } from '../prisma/test/postgres-cluster.ts'

const KILLS = 20
const PLAN = 'killed'

async function prepare(url: string): Promise<void> {
  const store = await openStore(await openDatabase(url))
  await store.createPlan({ id: 'k', name: 'Killshire', oldCode: '997', newCode: 'E97' }, PLAN, '2020-01-01')
  const plan = await store.plan(PLAN)
  if (!plan) throw new Error('the plan is not there')
  const outcome = edit(plan, {
    source: { s: { title: 'Generated', publisher: 'The benchmark', provenance: 'ILLUSTRATIVE' } },
  })
  if (outcome.ok)
    await store.commit(PLAN, { requestId: 'first', by: 'Bench', why: 'Begin', changes: outcome.changes })
  await store.close()
}

async function soak(name: string, url: string): Promise<void> {
  await prepare(url)
  let acknowledged = 0
  const damage: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const told = await killAWriter(url, PLAN, 20 + Math.round((kill * 900) / KILLS))
    acknowledged += told.size
    damage.push(...(await damageAfter(url, PLAN, told)))
  }
  console.log(
    `${name}: ${KILLS} kills, ${acknowledged} revisions acknowledged, ${damage.length} lost or out of order`,
  )
  for (const line of damage) console.log(`  ${line}`)
  if (damage.length > 0) process.exitCode = 1
}

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-bench-'))
await soak('Embedded database', `pglite:${path.join(directory, 'data')}`)
fs.rmSync(directory, { recursive: true, force: true })
const cluster = await startCluster().catch((problem: Error) =>
  console.log(`PostgreSQL skipped: ${problem.message}`),
)
if (cluster) {
  await soak('PostgreSQL', cluster.url)
  await cluster.stop()
}
