import { type Asked, type Command, edit, type Outcome, refused } from './command.ts'
import type { Day } from './day.ts'
import { type Given, given, nextPosition, placedAfter } from './editing.ts'
import { isBlank, LONGEST_TEXT } from './field.ts'
import type { Newsletter, NewsletterSection } from './model.ts'
import {
  type ComposedSection,
  figuresOf,
  newslettersOf,
  sectionsOf,
  unknownFigures,
  withFigures,
} from './newsletter.ts'
import { holdsChart } from './paper.ts'
import { wholePlan } from './permission.ts'
import { findRow, type Plan } from './plan.ts'
import { THE_PUBLIC } from './viewer.ts'
import { visibleTo } from './visibility.ts'
import { newsletterStatuses } from './vocabulary.ts'

interface OfNewsletter {
  readonly newsletterId: string
}

/** Goes on with an issue that stands at this status. */
function withIssue(
  plan: Plan,
  newsletterId: string,
  status: Newsletter['status'],
  goOn: (issue: Newsletter) => Outcome,
): Outcome {
  const issue = findRow(plan, 'newsletter', newsletterId)
  if (!issue) return refused('newsletter', newsletterId, 'id', 'There is no such newsletter in this plan.')
  const asked = newsletterStatuses[status].toLowerCase()
  return issue.status === status
    ? goOn(issue)
    : refused('newsletter', newsletterId, 'status', `This is for a newsletter that is ${asked}.`)
}

/** What the public may know is all that a newsletter speaks of. */
const publicFigures = (plan: Plan) => figuresOf(visibleTo(plan, THE_PUBLIC))

/** What is wrong with the text of a section, as a sentence; null when nothing is. */
function problemWithBody(plan: Plan, body: string): string | null {
  const [unknown] = unknownFigures(body, publicFigures(plan))
  if (unknown !== undefined) return `The plan has no figure called “${unknown}”: choose one from the list.`
  if (holdsChart(body)) return 'A chart is put in by its name: choose it from the list of figures.'
  return /^#{1,2} /m.test(body)
    ? 'Headings within a section begin with three number signs, as in “### What has changed”.'
    : null
}

export interface BegunNewsletter {
  readonly title: string
  readonly fromDay?: Day | null | undefined
  /** As they were composed. */
  readonly sections: readonly ComposedSection[]
}

/** Begins the next issue as a draft. One is worked on at a time. */
export const beginNewsletter: Command<BegunNewsletter> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { title, fromDay, sections }, { newId, today }) => {
    const issues = newslettersOf(plan)
    const open = issues.find(({ status }) => status !== 'PUBLISHED')
    const no = (field: string, message: string) => refused('newsletter', newId, field, message)
    if (open) return no('status', `Newsletter ${open.number} is not published yet: finish it first.`)
    if (fromDay && fromDay > today) return no('fromDay', 'Changes are told from a day that has been.')
    if (sections.length === 0) return no('title', 'A newsletter has at least one section.')
    const number = (issues[0]?.number ?? 0) + 1
    const rows = sections.map(({ heading, body }, at): [string, Partial<NewsletterSection>] => [
      `${newId.slice(0, 50)}-${at + 1}`,
      { newsletterId: newId, position: at + 1, heading, body, composed: body },
    ])
    return edit(plan, {
      newsletter: { [newId]: { number, title, fromDay: fromDay ?? null, asAt: today, status: 'DRAFT' } },
      newsletterSection: Object.fromEntries(rows),
    })
  },
  why: (_, { title }) => `Began the newsletter “${title}”`,
}

/** Goes on with a section of a draft. */
function withSection(plan: Plan, sectionId: string, goOn: (section: NewsletterSection) => Outcome): Outcome {
  const section = findRow(plan, 'newsletterSection', sectionId)
  return section
    ? withIssue(plan, section.newsletterId, 'DRAFT', () => goOn(section))
    : refused('newsletterSection', sectionId, 'id', 'There is no such section in this plan.')
}

interface OfSection {
  readonly sectionId: string
}

/** Changes the heading or the text of a section of a draft. */
export const editSection: Command<OfSection & Given<Pick<NewsletterSection, 'heading' | 'body'>>> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { sectionId, ...sent }) =>
    withSection(plan, sectionId, () => {
      const problem = problemWithBody(plan, sent.body ?? '')
      return problem
        ? refused('newsletterSection', sectionId, 'body', problem)
        : edit(plan, { newsletterSection: { [sectionId]: given(sent) as Partial<NewsletterSection> } })
    }),
  why: (plan, { sectionId }) => `Edited “${headingOf(plan, sectionId)}” of the newsletter`,
}

/** Adds a section at the end of a draft. */
export const addSection: Command<OfNewsletter & Pick<NewsletterSection, 'heading' | 'body'>> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { newsletterId, heading, body }, { newId }) =>
    withIssue(plan, newsletterId, 'DRAFT', () => {
      const problem = problemWithBody(plan, body)
      const position = nextPosition(sectionsOf(plan, newsletterId))
      return problem
        ? refused('newsletterSection', newId, 'body', problem)
        : edit(plan, { newsletterSection: { [newId]: { newsletterId, heading, body, position } } })
    }),
  why: (_, { heading }) => `Added “${heading}” to the newsletter`,
}

/** Puts a section of a draft after another, or first. */
export const placeSection: Command<OfSection & { readonly afterId?: string | null | undefined }> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { sectionId, afterId }) =>
    withSection(plan, sectionId, ({ newsletterId }) => {
      const sections = sectionsOf(plan, newsletterId)
      if (afterId && !sections.some(({ id }) => id === afterId))
        return refused(
          'newsletterSection',
          sectionId,
          'afterId',
          'There is no such section in this newsletter.',
        )
      return edit(plan, { newsletterSection: placedAfter(sections, sectionId, afterId ?? null) })
    }),
  why: (plan, { sectionId }) => `Moved “${headingOf(plan, sectionId)}” in the newsletter`,
}

/** Takes a section out of a draft; it stays on record. */
export const dropSection: Command<OfSection> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { sectionId }, { today }) =>
    withSection(plan, sectionId, ({ newsletterId }) =>
      sectionsOf(plan, newsletterId).length < 2
        ? refused('newsletterSection', sectionId, 'id', 'A newsletter has at least one section.')
        : edit(plan, { newsletterSection: { [sectionId]: { droppedOn: today } } }),
    ),
  why: (plan, { sectionId }) => `Took “${headingOf(plan, sectionId)}” out of the newsletter`,
}

function headingOf(plan: Plan, sectionId: string): string {
  return findRow(plan, 'newsletterSection', sectionId)?.heading ?? 'a section'
}

/** Sends a draft for approval. */
export const sendNewsletter: Command<OfNewsletter> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { newsletterId }, { viewer }) =>
    withIssue(plan, newsletterId, 'DRAFT', () =>
      edit(plan, {
        newsletter: {
          [newsletterId]: { status: 'IN_REVIEW', sentById: viewer.personId, returnReason: null },
        },
      }),
    ),
  why: (plan, { newsletterId }) => `Sent ${issueName(plan, newsletterId)} for approval`,
}

/** Approves an issue, or returns it with a reason. Nobody approves what they have sent. */
export const decideNewsletter: Command<
  OfNewsletter & { readonly isApproved: boolean; readonly reason?: string | null | undefined }
> = {
  operation: 'APPROVE_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { newsletterId, isApproved, reason }, asked) =>
    withIssue(plan, newsletterId, 'IN_REVIEW', (issue) => decision(plan, issue, isApproved, reason, asked)),
  why: (plan, { newsletterId, isApproved, reason }) =>
    reason || `${isApproved ? 'Approved' : 'Returned'} ${issueName(plan, newsletterId)}`,
}

function decision(
  plan: Plan,
  { id, sentById }: Newsletter,
  isApproved: boolean,
  reason: string | null | undefined,
  { viewer, today }: Asked,
): Outcome {
  if (sentById !== null && sentById === viewer.personId)
    return refused('newsletter', id, 'status', 'Nobody approves what they have sent: ask a colleague.')
  if (!isApproved && (reason == null || isBlank(reason)))
    return refused('newsletter', id, 'reason', 'Say what has to change.')
  const decided = isApproved
    ? ({ status: 'APPROVED', approvedById: viewer.personId, approvedOn: today } as const)
    : ({ status: 'DRAFT', returnReason: reason ?? null } as const)
  return edit(plan, { newsletter: { [id]: decided } })
}

/** Publishes an approved issue: its figures are written down as the public knows the plan today, and it stays as it is. */
export const publishNewsletter: Command<OfNewsletter> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { newsletterId }, { today }) =>
    withIssue(plan, newsletterId, 'APPROVED', () => {
      const figures = publicFigures(plan)
      const rows = sectionsOf(plan, newsletterId).map(({ id, body }) => ({
        ...{ id, body },
        published: withFigures(body, figures),
      }))
      const gone = rows.find(({ body }) => unknownFigures(body, figures).length > 0)
      const long = rows.find(({ published }) => published.length > LONGEST_TEXT)
      const no = (id: string, message: string) => refused('newsletterSection', id, 'body', message)
      if (gone)
        return no(
          gone.id,
          `“${headingOf(plan, gone.id)}” names a figure that the plan no longer has: return it.`,
        )
      if (long) return no(long.id, `“${headingOf(plan, long.id)}” is too long with its figures: divide it.`)
      return edit(plan, {
        newsletter: { [newsletterId]: { status: 'PUBLISHED', publishedOn: today, asAt: today } },
        newsletterSection: Object.fromEntries(rows.map(({ id, published }) => [id, { published }])),
      })
    }),
  why: (plan, { newsletterId }) => `Published ${issueName(plan, newsletterId)}`,
}

/** Adds a correction to a published issue. What was published stays beside it. */
export const correctNewsletter: Command<OfNewsletter & { readonly words: string }> = {
  operation: 'EDIT_NEWSLETTER',
  subjects: wholePlan,
  run: (plan, { newsletterId, words }, { newId, today }) =>
    withIssue(plan, newsletterId, 'PUBLISHED', () =>
      edit(plan, { newsletterCorrection: { [newId]: { newsletterId, words, correctedOn: today } } }),
    ),
  why: (plan, { newsletterId }) => `Corrected ${issueName(plan, newsletterId)}`,
}

function issueName(plan: Plan, newsletterId: string): string {
  const issue = findRow(plan, 'newsletter', newsletterId)
  return issue ? `newsletter ${issue.number}` : 'a newsletter'
}
