import type { Rag } from '@strandline/domain/vocabulary'
import { useState } from 'react'
import { FaultWords } from '../../ui/fault-words.tsx'
import formStyles from '../../ui/form.module.css'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { useCommand } from '../../ui/use-command.ts'
import { draftKey, keptDraft } from './draft.ts'
import { UpdateRow_submit } from './update-row.tsx'

interface RatedAction {
  readonly id: string
  readonly name: string
  readonly deliveryRag: Rag | null
  readonly benefitRag: Rag | null
}

interface NoChangeForGreenProps {
  readonly actions: readonly RatedAction[]
  readonly me: { readonly id: string }
  readonly revision: number
  readonly onGiven: (actionId: string) => void
}

/** One answer for every row that is green and has nothing typed into it, after they are named. */
export function NoChangeForGreen({ actions, me, revision, onGiven }: NoChangeForGreenProps) {
  const { planId } = usePlanPlace()
  const { send, isSending, fault } = useCommand(UpdateRow_submit)
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const isTyped = ({ id }: RatedAction) => isOpen && keptDraft(draftKey(planId, me.id, id)) !== null
  const green = actions.filter(isGreen).filter((action) => !isTyped(action))

  const record = async () => {
    if (isSending) return
    let count = 0
    for (const { id } of green) {
      const input = { actionId: id, isNoChange: true }
      const answer = await send({ planId, basedOn: revision, settled: [], input })
      if (answer?.__typename !== 'Committed') break
      count += 1
      onGiven(id)
    }
    const rest = green.length - count
    setOpen(rest > 0)
    setSaid(`No change is recorded for ${count}${rest > 0 ? `; ${rest} are left: answer them below` : ''}.`)
  }
  if (green.length < 2 && said === '') return null
  return (
    <div className={formStyles.command}>
      {green.length > 1 && (
        <button
          type="button"
          className={formStyles.plain}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          No change for the green actions
        </button>
      )}{' '}
      <span role="status">{said}</span>
      {isOpen && green.length > 0 && (
        <div className={formStyles.form}>
          <p>These are green, and nothing is typed for them:</p>
          <ul>
            {green.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          <p className={formStyles.buttons}>
            <button type="button" onClick={record}>
              Record no change for all {green.length}
            </button>
          </p>
        </div>
      )}
      {fault && <FaultWords fault={fault} />}
    </div>
  )
}

/** Green as it was last given, and nothing else: the money may not be rated. */
function isGreen({ deliveryRag, benefitRag }: RatedAction): boolean {
  return deliveryRag === 'GREEN' && (benefitRag === null || benefitRag === 'GREEN')
}
