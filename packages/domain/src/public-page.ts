import type { Day } from './day.ts'
import { dayInWords } from './day.ts'
import { headlineOf, targetInWords } from './headline.ts'
import { coming, newslettersOf, newsSince } from './newsletter.ts'
import { packsOf } from './pack.ts'
import { type Block, balanceChart, type PaperSection } from './paper.ts'
import { detailsOf, findRow, type Plan, rowsOf, strandTitle } from './plan.ts'
import { ratingWords, strandRating } from './rag.ts'
import { savingsTable } from './savings-table.ts'
import { inSentence, packBodies, provenances } from './vocabulary.ts'

/** The value of the plan on an earlier day, since which the page tells what has changed. */
export interface Earlier {
  readonly plan: Plan
  readonly day: Day
}

const text = (markdown: string): Block[] => (markdown ? [{ kind: 'TEXT', markdown }] : [])
const bullets = (items: readonly string[]): Block[] => text(items.map((item) => `- ${item}`).join('\n'))

/** What stands in the plan's words may look like Markdown; here it is only words. */
const plain = (words: string): string => words.replaceAll(/[\\`*_[\]<>#]/g, '\\$&')

/**
 * The page of a plan for everybody, from what the public may know: where it stands, its strands, what has changed, what is
 * coming, how to take part, and where the figures come from. Links are to be followed from the address of the plan.
 */
export function composePublicPage(plan: Plan, today: Day, earlier: Earlier | null): PaperSection[] {
  const noun = detailsOf(plan).strandLabel.toLowerCase()
  const sections: PaperSection[] = [
    { heading: 'Where the plan stands', blocks: position(plan) },
    { heading: `The ${noun}s of the plan`, blocks: strands(plan, today) },
    { heading: 'What has changed', blocks: news(plan, earlier) },
    { heading: 'What is coming', blocks: text(coming(plan, today)) },
    { heading: 'How to take part', blocks: takingPart(plan) },
    { heading: 'Newsletters and papers', blocks: published(plan) },
    { heading: 'Where the figures come from', blocks: sources(plan) },
  ]
  return sections.filter(({ blocks }) => blocks.length > 0)
}

function position(plan: Plan): Block[] {
  const charts = [balanceChart(plan, 'inYear'), balanceChart(plan, 'cumulative')].filter((of) => of !== null)
  if (charts.length === 0) return text('No forecast has been approved yet.')
  const isInvented = savingsTable(plan).some(({ provenance }) => provenance === 'ILLUSTRATIVE')
  const headline = headlineOf(plan).replace(/\.$/, '')
  return [
    ...text(`**${headline}${isInvented ? ' (illustrative)' : ''}.**\n\n${plain(targetInWords(plan))}`),
    ...charts,
  ]
}

function strands(plan: Plan, today: Day): Block[] {
  return bullets(
    rowsOf(plan, 'strand')
      .filter(({ endedOn }) => endedOn === null)
      .map((strand) => {
        const { rating, worst } = strandRating(plan, strand, today)
        const isInvented =
          findRow(plan, 'source', worst?.ratingSourceId ?? null)?.provenance === 'ILLUSTRATIVE'
        const name = plain(`${strandTitle(plan, strand)}: ${strand.name}`)
        return `[${name}](strands/${encodeURIComponent(strand.id)}). Delivery: ${inSentence(ratingWords[rating])}${isInvented ? ' (illustrative)' : ''}.`
      }),
  )
}

function news(plan: Plan, earlier: Earlier | null): Block[] {
  if (!earlier) return []
  const told = newsSince(earlier.plan, plan).map(({ words }) => plain(words))
  const since = dayInWords(earlier.day)
  return told.length > 0 ? [...text(`Since ${since}:`), ...bullets(told)] : text(`Nothing since ${since}.`)
}

function takingPart(plan: Plan): Block[] {
  const { contactEmail } = detailsOf(plan)
  return bullets([
    '[Receive the newsletter by e-mail](newsletters/subscribe)',
    '[See what schools asked, and what was done](questions)',
    '[See what is consulted on, and who meets](meetings)',
    '[Put the dates into your calendar](forthcoming.ics)',
    ...(contactEmail ? [`Write to us: [${plain(contactEmail)}](mailto:${contactEmail})`] : []),
  ])
}

function published(plan: Plan): Block[] {
  const newsletters = newslettersOf(plan).map(
    ({ number, title }) => `[Newsletter ${number}: ${plain(title)}](newsletters/${number})`,
  )
  const packs = packsOf(plan).map(
    ({ number, title, body, withdrawnOn }) =>
      `[Paper for ${packBodies[body]}: ${plain(title)}](packs/${number})${withdrawnOn ? ', withdrawn' : ''}`,
  )
  return bullets([...newsletters, ...packs])
}

function sources(plan: Plan): Block[] {
  const licence =
    'Contains public sector information licensed under the [Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/), published by the Department for Education.'
  const cited = rowsOf(plan, 'source').map(({ title, publisher, publishedOn, provenance, url }) => {
    const name = url && /^https?:/.test(url) ? `[${plain(title)}](<${url}>)` : plain(title)
    const when = publishedOn ? `, ${dayInWords(publishedOn)}` : ''
    return `${name}, ${plain(publisher)}${when} (${inSentence(provenances[provenance])})`
  })
  return [...bullets(cited), ...text(licence)]
}
