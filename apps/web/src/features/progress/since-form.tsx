import type { Day } from '@strandline/domain/day'
import { GetForm } from '../../ui/get-form.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import styles from './progress.module.css'

interface SinceFormProps {
  readonly since: string
  readonly beganOn: Day
  readonly latest: Day
  readonly problem: string | null
}

/** The day is in the address, so that what is told can be sent to a colleague. */
export function SinceForm({ since, beganOn, latest, problem }: SinceFormProps) {
  const { asAt } = usePlanPlace()
  return (
    <GetForm className={styles.form} label="Since when">
      {asAt && <input type="hidden" name="as-at" value={asAt} />}
      <div>
        <label htmlFor="since">Tell me what has changed since</label>
        {problem && (
          <p id="since-problem" className={styles.problem}>
            {problem}
          </p>
        )}
        <input
          key={since}
          type="date"
          id="since"
          name="since"
          defaultValue={since}
          min={beganOn}
          max={latest}
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'since-problem' : undefined}
        />
      </div>
      <button type="submit">Show progress</button>
    </GetForm>
  )
}
