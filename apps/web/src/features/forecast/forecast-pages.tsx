import { PlanLink } from '../../ui/plan-link.tsx'

/** The other pages about money that finance keeps. */
export function ForecastPages() {
  return (
    <ul>
      <li>
        <PlanLink to="forecast/in-year">The year so far</PlanLink>: budget, outturn and places by month
      </li>
      <li>
        <PlanLink to="forecast/funding">Funding lines</PlanLink>: allocations, transfers and payments
      </li>
      <li>
        <PlanLink to="forecast/records">Records of the deficit</PlanLink>: the same deficit in five places
      </li>
    </ul>
  )
}
