import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'

// That the committed schema is the one that is served is a check of its own: pnpm run schema --check.
const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '../schema.graphql'), 'utf8'))
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
const builtIn = ['Boolean', 'Float', 'ID', 'Int', 'String']

test('every type, field, argument and value says what it is', () => {
  const silent = types.flatMap((type) => {
    const parts: { name: string; description?: string | null | undefined }[] = [type]
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      parts.push(...Object.values(type.getFields()))
    if (isObjectType(type)) parts.push(...Object.values(type.getFields()).flatMap(({ args }) => args))
    if (isEnumType(type)) parts.push(...type.getValues())
    return parts.filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`)
  })
  expect(silent.filter((name) => !builtIn.includes(name.split('.')[0] ?? ''))).toEqual([])
})

test('money is Pence everywhere, for an Int would overflow at £21.4m', () => {
  const amounts = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) =>
        /^(low|central|high|planned|forecast|confirmed|amount|openingBalance|yearEnd)$/.test(name),
      )
      .map(({ name, type: of }) => `${type.name}.${name}: ${String(of).replace('!', '')}`),
  )
  expect(amounts.length).toBeGreaterThan(10)
  // An assumption may be in pence, places or a rate: a quantity, which has room for money too.
  expect(amounts.filter((of) => !/: (Pence|Quantity)$/.test(of))).toEqual([])
})
