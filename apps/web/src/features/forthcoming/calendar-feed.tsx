import { planPath } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'

/** The feed is of the plan now: a calendar wants what is to come, not what once was. */
export function CalendarFeed() {
  const { planId } = usePlanPlace()
  const feed = planPath(planId, 'forthcoming.ics', null)
  return (
    <section aria-labelledby="calendar-feed" className="no-print">
      <h2 id="calendar-feed">In your own calendar</h2>
      <p>
        <a href={feed}>Calendar feed of this plan (iCalendar)</a>. Subscribe to it and the dates follow the
        plan; open it once and they are copied as they stand today.
      </p>
      <details>
        <summary>How to subscribe</summary>
        <p>Copy the address of the link above. Then:</p>
        <ul>
          <li>Outlook: Calendar, Add calendar, Subscribe from web.</li>
          <li>Google Calendar: Other calendars, the plus sign, From URL.</li>
          <li>iPhone or iPad: Calendar, Calendars, Add Calendar, Add Subscription Calendar.</li>
        </ul>
      </details>
    </section>
  )
}
