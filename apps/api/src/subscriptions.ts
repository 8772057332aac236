import { applyTo, type Change } from '@strandline/domain/change'
import { isId } from '@strandline/domain/integrity'
import type { Newsletter } from '@strandline/domain/model'
import { sectionsOf } from '@strandline/domain/newsletter'
import { blocksOf } from '@strandline/domain/paper'
import { detailsOf, findRow, type Plan } from '@strandline/domain/plan'
import { THE_PUBLIC } from '@strandline/domain/viewer'
import { visibleTo } from '@strandline/domain/visibility'
import type { Letter } from '@strandline/store/mailbox'
import type { Store } from '@strandline/store/store'
import type { Subscriber } from '@strandline/store/subscribers'
import type { FastifyInstance } from 'fastify'
import { sectionHtml, sectionText } from './paper-html.ts'
import { escapeText } from './web-pages.ts'

const LONGEST_ADDRESS = 254

/** Good enough to write to: whether it is somebody's is found out by the letter. */
function isAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]+$/.test(text)
}

type Fields = Readonly<Record<string, unknown>> | undefined

interface Route {
  readonly Params: { readonly planId: string }
  readonly Querystring: { readonly token?: string }
  readonly Body: Fields
}

/** One click in a mail program ends the letters (RFC 8058), so this form may come from anywhere. */
export const STOP_PATH = /^\/plans\/[^/]+\/newsletters\/subscribe\/stop(?:\?|$)/

/** The forms by which an address receives the newsletter and stops receiving it. They work without a script. */
export function addSubscriptions(
  app: FastifyInstance,
  store: Store,
  publicUrl: string,
  postSoon: () => void,
): void {
  app.register(async (scope) => {
    // RFC 8058 lets a mail program send its one field as a form of either kind; what it says is known already.
    scope.addContentTypeParser('multipart/form-data', (_, body, done) => {
      body.resume()
      body.on('end', () => done(null, {}))
    })
    const pageOf = (planId: string, query: Record<string, string>) =>
      `/plans/${encodeURIComponent(planId)}/newsletters/subscribe?${new URLSearchParams(query)}`

    scope.post<Route>('/plans/:planId/newsletters/subscribe', async ({ params, body }, reply) => {
      const email = String(body?.email ?? '').trim()
      const plan = isId(params.planId) ? await store.plan(params.planId) : null
      if (!plan) return reply.code(404).send({ error: 'There is no such plan.' })
      if (!isAddress(email)) return reply.code(303).redirect(pageOf(plan.id, { problem: 'address' }))
      const token = await store.subscribers.ask(plan.id, email)
      if (token) {
        const link = `${publicUrl}${pageOf(plan.id, { confirm: token })}`
        await store.mailbox.add([confirmationLetter(plan, email.toLowerCase(), link, store.todayOf(plan))])
        postSoon()
      }
      // The same words whoever asks: whether an address is on the list is nobody else's business.
      return reply.code(303).redirect(pageOf(plan.id, { done: 'asked' }))
    })

    scope.post<Route>('/plans/:planId/newsletters/subscribe/confirm', async ({ params, body }, reply) => {
      const isConfirmed = await store.subscribers.confirm(params.planId, String(body?.token ?? ''))
      return reply
        .code(303)
        .redirect(pageOf(params.planId, isConfirmed ? { done: 'confirmed' } : { problem: 'link' }))
    })

    scope.post<Route>('/plans/:planId/newsletters/subscribe/stop', async ({ params, body, query }, reply) => {
      await store.subscribers.end(params.planId, query.token ?? String(body?.token ?? ''))
      return reply.code(303).redirect(pageOf(params.planId, { done: 'stopped' }))
    })
  })
}

/** At most one a day to an address, however often somebody asks for it. */
function confirmationLetter(plan: Plan, email: string, link: string, today: string): Letter {
  const title = titleOf(plan)
  return {
    key: `subscribe/${plan.id}/${email}/${today}`,
    planId: plan.id,
    recipient: email,
    subject: `Confirm that you want the newsletter: ${title}`,
    text: `Somebody, probably you, asked for the newsletter of ${title} to be sent to this address.\n\nTo receive it, open this page and confirm:\n${link}\n\nIf it was not you, do nothing: no newsletter is sent, and the address is forgotten within a week.\n`,
  }
}

const titleOf = (plan: Plan) => `${plan.authority.name}, ${detailsOf(plan).title}`

/** What a commit publishes, as letters to whoever receives the newsletter: to be kept with the commit. */
export async function newsletterLetters(
  store: Store,
  publicUrl: string,
  planId: string,
  changes: readonly Change[],
): Promise<Letter[]> {
  const published = changes.filter(
    ({ entity, field, after }) => entity === 'newsletter' && field === 'status' && after === 'PUBLISHED',
  )
  const whole = published.length > 0 ? await store.plan(planId) : null
  if (!whole) return []
  const plan = visibleTo({ ...whole, tables: applyTo(whole.tables, changes) }, THE_PUBLIC)
  const subscribers = await store.subscribers.of(planId)
  return published.flatMap(({ id }) => {
    const issue = findRow(plan, 'newsletter', id)
    return issue ? subscribers.map((to) => newsletterLetter(plan, issue, to, publicUrl)) : []
  })
}

function newsletterLetter(plan: Plan, issue: Newsletter, to: Subscriber, publicUrl: string): Letter {
  const root = `${publicUrl}/plans/${encodeURIComponent(plan.id)}/newsletters`
  const page = `${root}/${issue.number}`
  const token = encodeURIComponent(to.token)
  const title = `Newsletter ${issue.number}: ${issue.title}`
  const sections = sectionsOf(plan, issue.id).map(({ heading, body, published }) => ({
    heading,
    blocks: blocksOf(published ?? body),
  }))
  const stop = `${root}/subscribe?stop=${token}`
  return {
    key: `newsletter/${plan.id}/${issue.id}/${to.id}`,
    planId: plan.id,
    recipient: to.email,
    subject: `${title} (${titleOf(plan)})`,
    text: `${[title, `${titleOf(plan)}, as at ${issue.asAt}. On the web: ${page}`, ...sections.map(sectionText)].join('\n\n')}\n\nYou receive this because you asked for it. To stop: ${stop}\n`,
    html: letterHtml(title, [
      `<h1>${escapeText(title)}</h1>`,
      `<p>${escapeText(titleOf(plan))}, as at ${issue.asAt}. <a href="${page}">Read it on the web</a>, with its charts.</p>`,
      ...sections.map(sectionHtml),
      `<p>You receive this because you asked for it. <a href="${stop}">Stop receiving the newsletter</a></p>`,
    ]),
    stopUrl: `${root}/subscribe/stop?token=${token}`,
  }
}

function letterHtml(title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(title)}</title></head>
<body style="font-family:sans-serif;line-height:1.5;max-width:40em;margin:0 auto;padding:1em"><main>
${parts.join('\n')}
</main></body>
</html>
`
}
