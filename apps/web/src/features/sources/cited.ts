import { yearLabel } from '@strandline/domain/financial-year'
import { inPounds, pence } from '@strandline/domain/money'
import { scopes, transferStatuses } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { Cited_FigureFragment, Cited_LineFragment } from '../../generated/graphql.ts'

const Cited_figure = graphql(`
  fragment Cited_figure on Figure {
    id
    subject
    period
    scope
    unit
    value
  }
`)

const Cited_line = graphql(`
  fragment Cited_line on FundingLine {
    id
    name
    year
    scope
    amount
    transferStatus
  }
`)

/** Something that the plan takes from a source, in words. */
export interface Cited {
  readonly id: string
  readonly subject: string
  readonly period: string
  readonly scope: string
  readonly value: string
}

export function citedBy(
  figures: readonly FragmentType<typeof Cited_figure>[],
  lines: readonly FragmentType<typeof Cited_line>[],
): Cited[] {
  return [...unmask(Cited_figure, figures).map(figureInWords), ...unmask(Cited_line, lines).map(lineInWords)]
}

function figureInWords({ id, subject, period, scope, unit, value }: Cited_FigureFragment): Cited {
  return { id: `figure-${id}`, subject, period, scope: scopes[scope], value: valueInWords(unit, value) }
}

function valueInWords(unit: Cited_FigureFragment['unit'], value: number): string {
  switch (unit) {
    case 'PENCE':
      return inPounds(pence(value))
    case 'COUNT':
      return value.toLocaleString('en-GB')
    case 'BASIS_POINTS':
      return `${(value / 100).toFixed(2).replace('-', '\u2212')}%`
  }
}

function lineInWords({ id, name, year, scope, amount, transferStatus }: Cited_LineFragment): Cited {
  const subject = transferStatus ? `${name} (${transferStatuses[transferStatus].toLowerCase()})` : name
  return { id: `line-${id}`, subject, period: yearLabel(year), scope: scopes[scope], value: inPounds(amount) }
}
