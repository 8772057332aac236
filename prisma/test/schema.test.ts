import { expect, test } from 'vitest'
import { describeEachDatabase } from './databases.ts'

describeEachDatabase('the tables of this build', (open) => {
  test('are all there in a new database, with their history', async () => {
    const { pool } = await open()
    const { rows } = await pool.query(
      'SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NULL',
    )
    expect(rows).toEqual([{ n: 0 }])
    const tables = await pool.query("SELECT 1 FROM information_schema.tables WHERE table_name = 'Authority'")
    expect(tables.rows).toHaveLength(1)
  })
})
