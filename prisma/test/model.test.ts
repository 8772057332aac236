import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Entity, entities, fieldsOf } from '@strandline/domain/model'
import { expect, test } from 'vitest'

const schema = readFileSync(path.join(import.meta.dirname, '../schema.prisma'), 'utf8')
const modelNames: Partial<Record<Entity, string>> = { plan: 'PlanDetails', event: 'PlanEvent' }
const columnTypes = {
  text: 'String',
  reference: 'String',
  day: 'String',
  pence: 'BigInt',
  quantity: 'BigInt',
  integer: 'Int',
  year: 'Int',
  flag: 'Boolean',
}

function block(kind: 'model' | 'enum', name: string): string[] {
  const found = new RegExp(`^${kind} ${name} \\{\\n([^}]*)\\}`, 'm').exec(schema)
  return (found?.[1] ?? '').split('\n').map((line) => line.trim())
}

test.each(entities)(
  'the table of each %s has a column for every field of the model, of the right type',
  (entity) => {
    const name = modelNames[entity] ?? entity.charAt(0).toUpperCase() + entity.slice(1)
    const columns = new Map(block('model', name).map((line) => line.split(/\s+/) as [string, string]))
    for (const [field, { kind, isOptional, choices }] of Object.entries(fieldsOf(entity))) {
      const type = columns.get(field) ?? 'missing'
      expect(`${field} ${type.endsWith('?')}`).toBe(`${field} ${isOptional}`)
      if (kind !== 'choice') expect(`${field} ${type.replace('?', '')}`).toBe(`${field} ${columnTypes[kind]}`)
      else
        expect(block('enum', type.replace('?', '')).filter(Boolean), `values of ${field}`).toEqual(
          Object.keys(choices ?? {}),
        )
    }
  },
)
