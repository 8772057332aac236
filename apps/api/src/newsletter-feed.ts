import { correctionsOf, newslettersOf, sectionsOf } from '@strandline/domain/newsletter'
import { blocksOf } from '@strandline/domain/paper'
import { detailsOf } from '@strandline/domain/plan'
import { THE_PUBLIC } from '@strandline/domain/viewer'
import { Feed } from 'feed'
import { micromark } from 'micromark'
import { sectionHtml } from './paper-html.ts'
import { type View, visible } from './view.ts'

/** The published newsletters of a plan as an Atom feed, the newest first: what the public may know, whoever asks. */
export function newsletterFeed(view: View, planUrl: string): string {
  const plan = visible(view.plan, THE_PUBLIC)
  const issues = newslettersOf(plan)
  const moment = (day: string | null) => new Date(`${day ?? plan.at.slice(0, 10)}T12:00:00Z`)
  const feed = new Feed({
    id: `${planUrl}/newsletters`,
    title: `${plan.authority.name}: ${detailsOf(plan).title}`,
    link: `${planUrl}/newsletters`,
    copyright: plan.authority.name,
    updated: moment(issues[0]?.publishedOn ?? null),
    feedLinks: { atom: `${planUrl}/newsletters.atom` },
  })
  for (const { id, number, title, publishedOn } of issues) {
    const sections = sectionsOf(plan, id).map(({ heading, body, published }) =>
      sectionHtml({ heading, blocks: blocksOf(published ?? body) }),
    )
    const corrections = correctionsOf(plan, id).map(({ words }) => micromark(`**Correction.** ${words}`))
    feed.addItem({
      id: `${planUrl}/newsletters/${number}`,
      title: `Newsletter ${number}: ${title}`,
      link: `${planUrl}/newsletters/${number}`,
      date: moment(publishedOn),
      content: [...corrections, ...sections].join('\n'),
    })
  }
  return feed.atom1()
}
