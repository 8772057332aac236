import { cycleStages } from '@strandline/domain/vocabulary'
import { DayText } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { OpenCycleForm, ReviewCycleForm, SignOffCycleForm } from './cycle-forms.tsx'
import type { ProgrammePlan } from './programme-page.tsx'

/** The reporting cycles, the newest first, each with the next thing that the reader may do with it. */
export function CyclesSection({ plan }: { readonly plan: ProgrammePlan }) {
  const isNoneOpen = plan.cycles.every(({ stage }) => stage !== 'OPEN')
  return (
    <section aria-labelledby="cycles">
      <h2 id="cycles">Reporting cycles</h2>
      {plan.cycles.length === 0 && <p>No reporting cycle has been opened yet.</p>}
      {plan.viewerCanManageCycles && isNoneOpen && <OpenCycleForm plan={plan} />}
      {plan.cycles.map((cycle) => (
        <article key={cycle.id} aria-labelledby={`cycle-${cycle.id}`}>
          <h3 id={`cycle-${cycle.id}`}>
            {cycle.name}: {cycleStages[cycle.stage].toLowerCase()}
          </h3>
          <Facts>
            <Fact name="Updates">
              From <DayText day={cycle.opensOn} />, due on <DayText day={cycle.dueOn} />, late after{' '}
              <DayText day={cycle.graceUntil} />
            </Fact>
            <Fact name="Reviewed">
              {cycle.reviewedOn && (
                <>
                  <DayText day={cycle.reviewedOn} /> by {cycle.reviewedBy?.name ?? 'somebody'}
                </>
              )}
            </Fact>
            <Fact name="Signed off">
              {cycle.signedOffOn && (
                <>
                  <DayText day={cycle.signedOffOn} /> by {cycle.signedOffBy?.name ?? 'somebody'}.{' '}
                  {cycle.statement}
                </>
              )}
            </Fact>
          </Facts>
          {plan.viewerCanManageCycles && cycle.stage === 'OPEN' && (
            <ReviewCycleForm plan={plan} cycle={cycle} />
          )}
          {plan.viewerCanSignOffCycle && cycle.stage === 'IN_REVIEW' && (
            <SignOffCycleForm plan={plan} cycle={cycle} />
          )}
        </article>
      ))}
    </section>
  )
}
