import { edit, type Outcome } from './command.ts'
import type { Day } from './day.ts'
import type { FinancialYear } from './financial-year.ts'
import type { Plan } from './plan.ts'
import type { vehicles } from './vocabulary.ts'

/** What must be known of a plan before anything can be written in it. */
export interface PlanBeginning {
  readonly title: string
  readonly vehicle: keyof typeof vehicles
  readonly why: string
  readonly firstYear: FinancialYear
  readonly lastYear: FinancialYear
  readonly balanceTargetYear: FinancialYear
  readonly targetWords: string
  /** The post of whoever begins it, who becomes its programme manager. */
  readonly post: string
}

/** The id that the first person of a plan has. */
export const FIRST_PERSON = 'programme-manager'

/** Begins a plan: its own facts, a source for what is entered in it, and its programme manager. */
export function beginPlan(plan: Plan, { post, ...details }: PlanBeginning, today: Day): Outcome {
  const entered = 'entered'
  return edit(plan, {
    source: {
      [entered]: {
        title: 'Entered by officers in Strandline',
        publisher: plan.authority.name,
        provenance: 'ENTERED',
      },
    },
    plan: {
      [plan.id]: {
        ...details,
        strandLabel: 'Strand',
        clockOffsetSeconds: 0,
        sourceId: entered,
        entrySourceId: entered,
      },
    },
    person: { [FIRST_PERSON]: { name: post, sourceId: entered } },
    assignment: {
      [FIRST_PERSON]: { personId: FIRST_PERSON, role: 'PROGRAMME_MANAGER', fromDay: today },
    },
  })
}

/** The id of an authority's plan, as it stands in addresses: "solihull-metropolitan-borough-council". */
export function planIdFor(authorityName: string): string {
  const words =
    authorityName
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 64).replace(/-$/, '')
}
