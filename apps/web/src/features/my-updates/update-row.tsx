import { dayInWords } from '@strandline/domain/day'
import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { OwedState } from '../../generated/graphql.ts'
import { ActionLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { BothVersions, type Conflicted, settledWith } from './both-versions.tsx'
import { openingDraft, sentOf } from './draft.ts'
import { FaultWords } from './fault-words.tsx'
import styles from './my-updates.module.css'
import { UpdateFields } from './update-fields.tsx'
import { useSubmitUpdate } from './use-submit-update.ts'
import { useUpdateDraft } from './use-update-draft.ts'

const UpdateRow_action = graphql(`
  fragment UpdateRow_action on Action {
    id
    name
    deliveryRating
    benefitRating
    reason
    pathToGreen
    isStale
    proposedBenefit {
      rag
      because
    }
    lastUpdate {
      submittedOn
      progress
      person {
        name
      }
    }
  }
`)

const stateWords = { OWED: null, IN_GRACE: 'past the deadline', LATE: 'late', SUBMITTED: null } as const

interface UpdateRowProps {
  readonly action: FragmentType<typeof UpdateRow_action>
  readonly state: OwedState
  readonly me: { readonly id: string; readonly name: string }
  readonly revision: number
  readonly onGiven: () => void
  readonly onTheirs: () => void
}

/** One owed update, answered where it stands. */
export function UpdateRow({ action: masked, state, me, revision, onGiven, onTheirs }: UpdateRowProps) {
  const action = unmask(UpdateRow_action, masked)
  const { planId } = usePlanPlace()
  const row = useRef<HTMLFormElement>(null)
  const opening = openingDraft(action)
  const typed = useUpdateDraft({ planId, personId: me.id, actionId: action.id, opening, revision })
  const { submit, isSending, answer, fault } = useSubmitUpdate()
  const sentAsNoChange = useRef(false)

  const send = async (isNoChange: boolean, over: Conflicted | null = null) => {
    if (isSending) return
    sentAsNoChange.current = isNoChange
    if (typed.isDirty) typed.keepNow()
    const given = await submit({
      planId,
      basedOn: over?.revision ?? typed.basedOn,
      settled: over ? settledWith(over, me.name) : [],
      input: sentOf(typed.draft, action.id, isNoChange),
    })
    if (given?.__typename === 'Committed') {
      // Leaving a field keeps its words, so they are forgotten after that.
      focusAfter(row.current)
      typed.forget()
      onGiven()
    } else row.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') typed.restore()
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      send(false)
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send(false)
  }
  const late = stateWords[state]
  const last = action.lastUpdate
  return (
    <form
      ref={row}
      className={styles.row}
      aria-labelledby={`${action.id}-name`}
      data-row
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      <h2 id={`${action.id}-name`} tabIndex={-1}>
        <ActionLink id={action.id}>{action.name}</ActionLink>
        {late && `, ${late}`}
      </h2>
      {action.isStale && (
        <p>Two reporting cycles found it at the same rating. Is the path to green working?</p>
      )}
      {last && (
        <p className={styles.hint}>
          Last update on {dayInWords(last.submittedOn)} by {last.person.name}.
        </p>
      )}
      <UpdateFields
        action={{ ...action, lastWords: last?.progress ?? null }}
        typed={typed}
        problems={answer?.__typename === 'Refused' ? answer.problems : []}
      />
      {answer?.__typename === 'Conflicted' && (
        <BothVersions
          conflicted={answer}
          onMine={() => send(sentAsNoChange.current, answer)}
          onTheirs={() => {
            typed.restore()
            onTheirs()
          }}
        />
      )}
      {fault && <FaultWords fault={fault} />}
      <p className={styles.buttons}>
        <button type="submit">Submit</button>
        <button type="button" onClick={() => send(true)}>
          No change this month
        </button>
      </p>
    </form>
  )
}

/** On to the next row, or after the last one back to the heading of the page. */
function focusAfter(row: HTMLElement | null): void {
  const next = row?.nextElementSibling
  const heading = next?.matches('[data-row]') ? next.querySelector<HTMLElement>('h2') : null
  const page = document.querySelector<HTMLElement>('h1')
  ;(heading ?? page)?.focus()
}
