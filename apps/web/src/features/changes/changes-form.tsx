import { GetForm } from '../../ui/get-form.tsx'
import { type PlanFrame, usePlanPlace } from '../../ui/plan-place.ts'
import styles from './changes.module.css'
import type { Asked, Problem } from './days.ts'

interface ChangesFormProps {
  readonly asked: Asked
  readonly frame: PlanFrame
  readonly problem: Problem | null
}

export function ChangesForm({ asked, frame, problem }: ChangesFormProps) {
  const { asAt } = usePlanPlace()
  return (
    <GetForm className={styles.form} label="Two dates to compare">
      {asAt && <input type="hidden" name="as-at" value={asAt} />}
      <DayField name="from" label="From" day={asked.from} frame={frame} problem={problem} />
      <DayField name="to" label="To" day={asked.to} frame={frame} problem={problem} />
      <button type="submit">Compare</button>
    </GetForm>
  )
}

interface DayFieldProps {
  readonly name: keyof Asked
  readonly label: string
  readonly day: string
  readonly frame: PlanFrame
  readonly problem: Problem | null
}

function DayField({ name, label, day, frame, problem }: DayFieldProps) {
  const words = problem?.field === name ? problem.words : null
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      {words && (
        <p id={`${name}-problem`} className={styles.problem}>
          {words}
        </p>
      )}
      <input
        key={day}
        type="date"
        id={name}
        name={name}
        defaultValue={day}
        min={frame.beganOn}
        max={frame.latestDay}
        required
        aria-invalid={words ? true : undefined}
        aria-describedby={words ? `${name}-problem` : undefined}
      />
    </div>
  )
}
