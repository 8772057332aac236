import { randomUUID } from 'node:crypto'
import { openDatabase } from '../database.ts'
import { openStore } from '../open-store.ts'

/** Adds source after source to a plan, and says so once each is acknowledged, until it is killed. */
const [url = '', planId = ''] = process.argv.slice(2)
const store = await openStore(await openDatabase(url))
for (;;) {
  const id = `p-${randomUUID()}`
  const set = (field: string, after: string) => ({
    entity: 'source' as const,
    id,
    field,
    before: null,
    after,
  })
  const fields = { id, title: 'Somebody', publisher: 'Writer', provenance: 'ILLUSTRATIVE' }
  const changes = Object.entries(fields).map(([field, after]) => set(field, after))
  const committed = await store.commit(planId, { requestId: id, by: 'Writer', why: 'Traffic', changes })
  if (committed.kind !== 'COMMITTED') throw new Error(JSON.stringify(committed))
  process.stdout.write(`${committed.revision} ${id}\n`)
}
