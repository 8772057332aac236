import type { Field, Value } from '@strandline/domain/field'
import { type Entity, fieldsOf } from '@strandline/domain/model'
import type { Prisma } from './generated/client.ts'

type Data = Record<string, unknown>

/** What the store needs of a table of the generated client, whichever kind of row it holds. */
interface RowTable {
  findMany(query: { where: { planId: string } }): Promise<Data[]>
  createMany(query: { data: Data[] }): Promise<unknown>
  updateMany(query: { where: { planId: string; id: string }; data: Data }): Promise<{ count: number }>
}

const tableNames = { plan: 'planDetails', event: 'planEvent' } as const satisfies Partial<
  Record<Entity, string>
>

/** The table that holds a kind of row. */
export function tableOf(tx: Prisma.TransactionClient, entity: Entity): RowTable {
  const name = entity in tableNames ? tableNames[entity as keyof typeof tableNames] : entity
  return tx[name as keyof Prisma.TransactionClient] as unknown as RowTable
}

/** Pence and other large whole numbers are 64 bits wide in the tables. */
function isBig(field: Field | undefined): boolean {
  return field?.kind === 'pence' || field?.kind === 'quantity'
}

/** A row as the domain holds it: its id, then its fields in the order of the model. */
export function fromData(entity: Entity, data: Data): Record<string, Value> {
  const row: Record<string, Value> = { id: data.id as string }
  for (const [name, field] of Object.entries(fieldsOf(entity))) {
    const value = data[name] as Value | bigint
    row[name] = isBig(field) && value !== null ? Number(value) : (value as Value)
  }
  return row
}

/** Fields as the tables hold them. */
export function toData(entity: Entity, fields: Readonly<Record<string, Value>>): Data {
  const kinds = fieldsOf(entity)
  const stored = Object.entries(fields).map(([name, value]) => [
    name,
    isBig(kinds[name]) && value !== null ? BigInt(value as number) : value,
  ])
  return Object.fromEntries(stored)
}
