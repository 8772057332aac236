import { randomUUID } from 'node:crypto'
import { openDatabase } from '../database.ts'
import { openStore } from '../open-store.ts'

/** Adds person after person to a plan, and says so once each is acknowledged, until it is killed. */
const [url = '', planId = ''] = process.argv.slice(2)
const store = await openStore(await openDatabase(url))
for (;;) {
  const id = `p-${randomUUID()}`
  const changes = [
    { entity: 'person', id, field: 'id', before: null, after: id },
    { entity: 'person', id, field: 'name', before: null, after: 'Somebody' },
  ] as const
  const committed = await store.commit(planId, { requestId: id, by: 'Writer', why: 'Traffic', changes })
  if (committed.kind !== 'COMMITTED') throw new Error(JSON.stringify(committed))
  process.stdout.write(`${committed.revision} ${id}\n`)
}
