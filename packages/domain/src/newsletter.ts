import { type Change, difference } from './change.ts'
import type { Day } from './day.ts'
import { yearLabel } from './financial-year.ts'
import { type Line, trajectoryOf } from './forecast.ts'
import { forthcomingOf } from './forthcoming.ts'
import { headlineOf, targetInWords } from './headline.ts'
import type { Entity, Newsletter, NewsletterSection, Row, Source, Strand } from './model.ts'
import { balanceInWords, inShort, type Pence, pence } from './money.ts'
import { balanceChart, blocksOf, chartInText, withoutCharts } from './paper.ts'
import { actionsOf, detailsOf, findRow, milestonesOf, type Plan, rowsOf, strandTitle } from './plan.ts'
import { savingsTable } from './savings-table.ts'
import type { Provenance } from './vocabulary.ts'
import { tell } from './what-changed.ts'

/** The issues, the newest first. */
export function newslettersOf(plan: Plan): Newsletter[] {
  return rowsOf(plan, 'newsletter').sort((a, b) => b.number - a.number)
}

/** The sections of an issue in their order. */
export function sectionsOf(plan: Plan, newsletterId: string): NewsletterSection[] {
  return rowsOf(plan, 'newsletterSection').filter(
    (of) => of.newsletterId === newsletterId && of.droppedOn === null,
  )
}

/** The corrections of an issue, the oldest first. */
export function correctionsOf(plan: Plan, newsletterId: string): Row<'newsletterCorrection'>[] {
  return rowsOf(plan, 'newsletterCorrection')
    .filter((of) => of.newsletterId === newsletterId)
    .sort((a, b) => a.correctedOn.localeCompare(b.correctedOn))
}

/** A section of a newsletter as it is composed: Markdown, with figures by name in double braces. */
export interface ComposedSection {
  readonly heading: string
  readonly body: string
}

/** A figure that a sentence may be bound to: it says what the plan says whenever it is read. */
export interface BoundFigure {
  readonly name: string
  readonly words: string
}

const INVENTED = ' (illustrative)'
const mark = (provenance: Provenance) => (provenance === 'ILLUSTRATIVE' ? INVENTED : '')

/** Every figure that a newsletter can be bound to, with its words; made-up ones say so. */
export function figuresOf(plan: Plan): BoundFigure[] {
  const trajectory = trajectoryOf(plan)
  if (!trajectory) return []
  const { mitigated, unmitigated } = trajectory
  const all: Provenance = mitigated.positions.every((at) => at.cumulativeProvenance === 'PUBLISHED')
    ? 'PUBLISHED'
    : 'ILLUSTRATIVE'
  return [
    { name: 'headline', words: `${headlineOf(plan).replace(/\.$/, '')}${mark(all)}.` },
    { name: 'target', words: `${targetInWords(plan)}` },
    ...figuresOfLine('forecast', mitigated),
    ...figuresOfLine('forecast without savings', unmitigated),
    ...savingsTable(plan).flatMap(({ year, budgeted, achieved, confirmed, provenance }) => {
      const amount = (name: string, of: Pence) => ({
        name: `${name} ${yearLabel(year)}`,
        words: `${inShort(of)}${mark(provenance)}`,
      })
      return [
        amount('savings planned', budgeted),
        amount('savings delivered', achieved),
        amount('savings confirmed', confirmed),
      ]
    }),
    ...chartFigures(plan),
  ]
}

const IN_YEAR_CHART = 'chart of the in-year balance'
const CUMULATIVE_CHART = 'chart of the cumulative balance'

/** A chart is a figure too: it is put in by its name, and written down with its figures when it is published. */
function chartFigures(plan: Plan): BoundFigure[] {
  const [inYear, cumulative] = [balanceChart(plan, 'inYear'), balanceChart(plan, 'cumulative')]
  return [
    ...(inYear ? [{ name: IN_YEAR_CHART, words: chartInText(inYear) }] : []),
    ...(cumulative ? [{ name: CUMULATIVE_CHART, words: chartInText(cumulative) }] : []),
  ]
}

/** What a figure says in one line: of a chart, its finding. */
export function figureInWords({ words }: BoundFigure): string {
  const [block] = blocksOf(words)
  return block?.kind === 'CHART' ? block.title : words
}

function figuresOfLine(name: string, { positions }: Line): BoundFigure[] {
  return positions.flatMap(({ year, inYear, cumulative, provenance, cumulativeProvenance }) => {
    const spread =
      inYear.low === inYear.high
        ? ''
        : ` (between ${inShort(pence(Math.abs(inYear.high)))} and ${inShort(pence(Math.abs(inYear.low)))})`
    return [
      {
        name: `${name} ${yearLabel(year)}`,
        words: `${balanceInWords(inYear.central)}${spread}${mark(provenance)}`,
      },
      {
        name: `cumulative ${name} ${yearLabel(year)}`,
        words: `${balanceInWords(cumulative.central)}${mark(cumulativeProvenance)}`,
      },
    ]
  })
}

const BOUND = /\{\{([^{}]*)\}\}/g

/** The text with each figure in the words of the plan; one that the plan does not have stays as it was written. */
export function withFigures(text: string, figures: readonly BoundFigure[]): string {
  const words = new Map(figures.map((figure) => [figure.name, figure.words]))
  return text.replaceAll(BOUND, (written, name: string) => words.get(name.trim()) ?? written)
}

/** The figures that a text names and the plan does not have. */
export function unknownFigures(text: string, figures: readonly BoundFigure[]): string[] {
  const names = new Set(figures.map(({ name }) => name))
  return [...text.matchAll(BOUND)].map(([, name]) => (name ?? '').trim()).filter((name) => !names.has(name))
}

/**
 * Composes a newsletter from what a reader may know of the plan: why it is needed, where it stands, each strand with what
 * has changed since the earlier value, and what is coming. What is made up says so.
 */
export function composeNewsletter(plan: Plan, asAt: Day, earlier: Plan | null): ComposedSection[] {
  const news = earlier ? newsSince(earlier, plan) : []
  const strands = rowsOf(plan, 'strand').filter(({ endedOn }) => endedOn === null)
  const noun = detailsOf(plan).strandLabel.toLowerCase()
  return [
    { heading: 'Why we need a recovery plan', body: detailsOf(plan).why },
    { heading: 'Where we stand', body: standing(plan) },
    {
      heading: 'The plan so far',
      body: `The plan has ${strands.length} ${noun}s, and in each ${noun} there are a number of actions.${marksExplained(plan)}`,
    },
    ...strands.map((strand) => strandSection(plan, strand, news)),
    { heading: 'Decided and done', body: decided(plan, earlier) },
    { heading: 'Forthcoming activities', body: coming(plan, asAt) },
  ].filter(({ body }) => body !== '')
}

function marksExplained(plan: Plan): string {
  const isMixed = rowsOf(plan, 'source').some(({ provenance }) => provenance === 'ILLUSTRATIVE')
  return isMixed ? ' What is marked illustrative was made up to show what a plan can hold.' : ''
}

function standing(plan: Plan): string {
  const figures = figuresOf(plan)
  if (figures.length === 0) return ''
  const year = yearLabel(detailsOf(plan).firstYear)
  const has = (name: string) => figures.some((figure) => figure.name === name)
  const lines = [
    ...(has(`forecast without savings ${year}`)
      ? [`For ${year}, without savings, the forecast is a {{forecast without savings ${year}}}.`]
      : []),
    ...(has(`savings planned ${year}`)
      ? [
          `Savings planned for ${year}: {{savings planned ${year}}}; delivered so far: {{savings delivered ${year}}}.`,
        ]
      : []),
  ]
  const charts = [IN_YEAR_CHART, CUMULATIVE_CHART].filter(has).map((name) => `{{${name}}}`)
  return ['{{headline}}', '{{target}}', ...lines, ...charts].join('\n\n')
}

/** A sentence of news, and the strand that it belongs to. */
export interface StrandNews {
  readonly strandId: string | null
  readonly words: string
}

function strandSection(plan: Plan, strand: Strand, news: readonly StrandNews[]): ComposedSection {
  const actions = actionsOf(plan, strand.id)
  const own = news.filter(({ strandId }) => strandId === strand.id)
  const changed =
    own.length > 0 ? `### What has changed\n\n${own.map(({ words }) => `- ${words}`).join('\n')}` : ''
  const listed = actions
    .filter(({ parentId }) => parentId === null)
    .flatMap((action) => [
      itemOf(plan, action, ''),
      ...doneMilestones(plan, action.id, '  '),
      ...actions.filter(({ parentId }) => parentId === action.id).map((part) => itemOf(plan, part, '  ')),
    ])
    .join('\n')
  return {
    heading: `${strandTitle(plan, strand)}: ${strand.name}`,
    body: [strand.summary, listed, changed].filter(Boolean).join('\n\n'),
  }
}

function itemOf(
  plan: Plan,
  { name, description, sourceId }: { name: string; description: string | null; sourceId: string },
  indent: string,
): string {
  return `${indent}- ${[name, description].filter(Boolean).join('. ')}${markOf(plan, [sourceId])}`
}

/** Milestones that are done, since those to come stand under what is coming. */
function doneMilestones(plan: Plan, actionId: string, indent: string): string[] {
  return milestonesOf(plan, actionId)
    .filter(({ isDone, droppedOn, outsideDecisionMaker, sourceId }) => {
      const isPublished = findRow(plan, 'source', sourceId)?.provenance === 'PUBLISHED'
      return droppedOn === null && (isDone || outsideDecisionMaker !== null || isPublished)
    })
    .map(({ name, sourceId }) => `${indent}- ${name}${markOf(plan, [sourceId])}`)
}

function markOf(plan: Plan, sourceIds: readonly (string | null)[]): string {
  const isInvented = (source: Source | undefined) => source?.provenance === 'ILLUSTRATIVE'
  return sourceIds.some((id) => isInvented(findRow(plan, 'source', id))) ? INVENTED : ''
}

/** What a newsletter tells of a change: ratings, stages, milestones met or moved, savings confirmed. */
const worthTelling: Readonly<Partial<Record<Entity, readonly string[]>>> = {
  action: ['id', 'stage', 'deliveryRag', 'dueOn', 'askOfSchools'],
  milestone: ['currentDate', 'isDone', 'droppedOn'],
  saving: ['id', 'status'],
  savingYear: ['confirmed'],
}

/** What has changed between two values of a plan that is worth telling everybody, what is made up marked so. */
export function newsSince(earlier: Plan, plan: Plan): StrandNews[] {
  const isTold = ({ entity, field }: Change) => worthTelling[entity]?.includes(field) === true
  const told = difference(earlier, plan).filter(isTold)
  const isNew = ({ entity, id }: Change) =>
    told.some((of) => of.field === 'id' && of.entity === entity && of.id === id)
  // What is new is one sentence: its stage and its dates are not news of their own.
  return told
    .filter((change) => change.field === 'id' || !isNew(change))
    .flatMap((change) =>
      tell([change], earlier, plan).map(({ strandId, words }) => ({
        strandId,
        words: `${words.replace(/: done: yes\.$|\.$/, (end) => (end === '.' ? '' : ' is done'))}${markOf(plan, sourcesBehind(plan, change))}.`,
      })),
    )
}

type Cites = { readonly [name: string]: string | null | undefined }

function sourcesBehind(plan: Plan, { entity, id, field }: Change): (string | null)[] {
  const row = findRow(plan, entity, id) as unknown as Cites | undefined
  const saving = findRow(plan, 'saving', row?.savingId ?? null)
  const isRating = field === 'deliveryRag' || field === 'stage'
  return [
    row?.sourceId ?? saving?.sourceId ?? null,
    ...(isRating ? [row?.ratingSourceId ?? null] : []),
    ...(field === 'askOfSchools' ? [row?.askSourceId ?? null] : []),
    ...(field === 'dueOn' ? [row?.datesSourceId ?? null] : []),
  ]
}

/** What was decided or held and has its outcome, since the earlier value where there is one. */
function decided(plan: Plan, earlier: Plan | null): string {
  return rowsOf(plan, 'event')
    .filter(({ id, outcome }) => outcome !== null && !(earlier && findRow(earlier, 'event', id)?.outcome))
    .map(({ title, body, outcome, sourceId }) => {
      const said = [title, body].filter(Boolean).join('. ').replace(/\.$/, '')
      return `- ${said}. ${outcome}${markOf(plan, [sourceId])}.`
    })
    .join('\n')
}

/** What is coming, as a list in Markdown; empty where nothing is. */
export function coming(plan: Plan, asAt: Day): string {
  return forthcomingOf(plan, asAt)
    .filter(({ kind }) => kind !== 'MILESTONE' && kind !== 'ACTION')
    .map(({ title, day, when, sourceId }) => {
      // A source that wrote no exact day may have written its words into the title.
      const told = day === null || title.includes(when) ? '' : ` (${when})`
      return `- ${title.replace(/\.$/, '')}${told}${markOf(plan, [sourceId])}.`
    })
    .join('\n')
}

/** Sentences that were composed from the plan, still stand in a text, and that the plan would no longer say. */
export function disagreements(
  body: string,
  composed: string | null,
  fresh: readonly ComposedSection[],
): string[] {
  if (composed === null) return []
  const now = new Set(fresh.flatMap((section) => linesOf(section.body)))
  const written = new Set(linesOf(body))
  return linesOf(composed).filter((line) => written.has(line) && !now.has(line))
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** What abbreviations of this field stand for, as the glossary has them. */
export const abbreviations: Readonly<Record<string, string>> = {
  AP: 'alternative provision',
  DCS: 'Director of Children’s Services',
  DfE: 'Department for Education',
  DSG: 'Dedicated Schools Grant',
  EHC: 'Education, Health and Care',
  EHCP: 'Education, Health and Care plan',
  HNB: 'High Needs Block',
  RAG: 'red, amber, green',
  SEN: 'special educational needs',
  SEND: 'special educational needs and disabilities',
}

/** Abbreviations of the field that a text uses before it has spelled them out, with what they stand for. */
export function unexplained(text: string): { readonly abbreviation: string; readonly words: string }[] {
  return Object.entries(abbreviations)
    .filter(([abbreviation]) => {
      const first = new RegExp(`(\\()?\\b${abbreviation}\\b(\\))?`).exec(text)
      return first !== null && !(first[1] && first[2])
    })
    .map(([abbreviation, words]) => ({ abbreviation, words }))
}

/**
 * The age at which a reader follows a text easily, by the Automated Readability Index: 4.71 letters a word + 0.5 words a
 * sentence - 21.43 is the school grade, and five years more the age. A hint, not a measure of plain words. Null for too
 * little text.
 */
export function readingAge(text: string): number | null {
  const plain = withoutCharts(text)
    .replaceAll(/[#*_[\]()-]/g, ' ')
    .replaceAll(BOUND, 'a figure')
  const words = plain.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word))
  if (words.length < 20) return null
  const sentences = Math.max(1, plain.split(/[.!?]+\s|\n+/).filter((part) => /\p{L}/u.test(part)).length)
  const letters = words.reduce((sum, word) => sum + word.replaceAll(/[^\p{L}\d]/gu, '').length, 0)
  const grade = 4.71 * (letters / words.length) + 0.5 * (words.length / sentences) - 21.43
  return Math.max(5, Math.round(grade + 5))
}
