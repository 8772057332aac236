import { graphql } from '../../generated/gql.ts'
import { FaultWords } from '../../ui/fault-words.tsx'
import styles from '../../ui/form.module.css'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { useCommand } from '../../ui/use-command.ts'

const UndoChange_save = graphql(`
  mutation UndoChange_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: UndoChangeInput!
  ) {
    undoChange(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface UndoChangeProps {
  /** The revision that the change made. */
  readonly made: number
  readonly revision: number
  readonly onUndone: () => void
}

/** One button that takes the change of many actions back. */
export function UndoChange({ made, revision, onUndone }: UndoChangeProps) {
  const { planId } = usePlanPlace()
  const { send, askAgain, isSending, answer, fault } = useCommand(UndoChange_save)
  const undo = async () => {
    if (isSending) return
    const basedOn = Math.max(made, revision)
    const given = await send({ planId, basedOn, settled: [], input: { revision: made } })
    if (given?.__typename !== 'Committed') return
    await askAgain()
    onUndone()
  }
  return (
    <div className={styles.notice}>
      <p>
        The actions were changed.{' '}
        <button type="button" onClick={undo}>
          Undo
        </button>
      </p>
      {answer?.__typename === 'Refused' && <p role="alert">{answer.problems[0]?.message}</p>}
      {answer?.__typename === 'Conflicted' && (
        <p role="alert">Somebody has changed these actions since. Mend them on their own pages.</p>
      )}
      {fault && <FaultWords fault={fault} />}
    </div>
  )
}
