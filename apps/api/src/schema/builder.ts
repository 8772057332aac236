import SchemaBuilder from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import { type Day, type Instant, isDay } from '@strandline/domain/day'
import type { FinancialYear } from '@strandline/domain/financial-year'
import type { Pence } from '@strandline/domain/money'
import type { Words } from '@strandline/domain/vocabulary'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'

export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: true
  Scalars: {
    ID: { Input: string; Output: string }
    Day: { Input: Day; Output: Day }
    Instant: { Input: Instant; Output: Instant }
    Pence: { Input: Pence; Output: Pence }
    Quantity: { Input: number; Output: number }
    FinancialYear: { Input: FinancialYear; Output: FinancialYear }
  }
}>({
  plugins: [ErrorsPlugin],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  errors: { directResult: true },
})

builder.scalarType('Day', {
  description: 'A calendar day as ISO text, such as 2020-02-13.',
  serialize: (day) => day,
  parseValue: (value) => {
    if (isDay(value)) return value
    throw new GraphQLError('A day must be a real date, such as 2020-02-13.', {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  },
})

builder.scalarType('Instant', {
  description: 'A moment as ISO text in UTC, on the clock of the plan.',
  serialize: (instant) => instant,
})

builder.scalarType('Pence', {
  description:
    'An amount in whole pence, as a JSON integer. Balances are negative in deficit; savings are positive. (An Int would overflow at £21.4m.)',
  serialize: (amount) => amount,
  parseValue: (value) => {
    if (Number.isSafeInteger(value)) return value as Pence
    throw new GraphQLError('An amount is a whole number of pence.', {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  },
})

builder.scalarType('Quantity', {
  description: 'A whole number of a unit, as a JSON integer: pence, hundredths of a place or of a per cent.',
  serialize: (amount) => amount,
  parseValue: (value) => {
    if (Number.isSafeInteger(value)) return Number(value)
    throw new GraphQLError('A quantity is a whole number of its unit.', {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  },
})

builder.scalarType('FinancialYear', {
  description: 'A financial year by its first calendar year: 2020 is 2020-21, 1 April 2020 to 31 March 2021.',
  serialize: (year) => year,
  parseValue: (value) => {
    if (Number.isInteger(value)) return value as FinancialYear
    throw new GraphQLError('A financial year is its first calendar year, such as 2020.', {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  },
})

/** An enumeration from a list of the domain: each value is described with the words that people see. */
export function enumOf<T extends string>(name: string, description: string, words: Words<T>) {
  const values = Object.entries<string>(words).map(([value, label]) => [
    value,
    { value: value as T, description: label },
  ])
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<T, { value: T }>,
  })
}
