import { addDays } from '@strandline/domain/day'
import { type Forthcoming, forthcomingOf } from '@strandline/domain/forthcoming'
import { detailsOf } from '@strandline/domain/plan'
import ical from 'ical-generator'
import type { View } from './view.ts'

/** What is to come, as an iCalendar feed (RFC 5545): a whole day for each item that has a day. */
export function calendarOf({ plan, today }: View, planUrl: string): string {
  const { title } = detailsOf(plan)
  const calendar = ical({
    name: `${plan.authority.name}: ${title}`,
    prodId: { company: 'Strandline', product: 'Forthcoming' },
  })
  for (const item of forthcomingOf(plan, today)) {
    if (!item.day) continue
    calendar.createEvent({
      id: `${item.kind.toLowerCase()}-${item.id}@${plan.id}.strandline`,
      stamp: plan.at,
      start: item.day,
      end: addDays(item.day, 1),
      allDay: true,
      summary: item.title,
      description: [item.detail, item.when, item.decidedBy && `Decided by ${item.decidedBy}`]
        .filter(Boolean)
        .join('. '),
      url: addressOf(item, planUrl),
    })
  }
  return calendar.toString()
}

function addressOf({ kind, actionId }: Forthcoming, planUrl: string): string {
  if (actionId) return `${planUrl}/actions/${actionId}`
  const isOfMeetings = kind === 'MEETING' || kind === 'CONSULTATION_OPENS' || kind === 'CONSULTATION_CLOSES'
  return isOfMeetings ? `${planUrl}/meetings` : planUrl
}
