import { dayInWords } from '@strandline/domain/day'
import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { OwedState } from '../../generated/graphql.ts'
import { BothVersions, type Conflicted, type Conflicts, settledWith } from '../../ui/both-versions.tsx'
import { FaultWords } from '../../ui/fault-words.tsx'
import formStyles from '../../ui/form.module.css'
import { ActionLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { useCommand } from '../../ui/use-command.ts'
import { openingDraft, sentOf } from './draft.ts'
import styles from './my-updates.module.css'
import { UpdateFields } from './update-fields.tsx'
import { useUpdateDraft } from './use-update-draft.ts'

const UpdateRow_action = graphql(`
  fragment UpdateRow_action on Action {
    id
    name
    deliveryRag
    benefitRag
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

export const UpdateRow_submit = graphql(`
  mutation UpdateRow_submit(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: SubmitUpdateInput!
  ) {
    submitUpdate(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
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
  const { send: sendCommand, isSending, answer, fault } = useCommand(UpdateRow_submit)
  const sentAsNoChange = useRef(false)

  const send = async (isNoChange: boolean, over: Conflicted | null = null) => {
    if (isSending) return
    sentAsNoChange.current = isNoChange
    if (typed.isDirty) typed.keepNow()
    const given = await sendCommand({
      planId,
      basedOn: over?.revision ?? typed.basedOn,
      settled: over ? settledWith(toBeSettled(over), me.name) : [],
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
      data-typing={typed.isDirty || answer?.__typename === 'Conflicted' || undefined}
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
          conflicts={toBeSettled(answer)}
          onMine={() => send(sentAsNoChange.current, answer)}
          onTheirs={() => {
            typed.restore()
            onTheirs()
          }}
        />
      )}
      {fault && <FaultWords fault={fault} />}
      <p className={formStyles.buttons}>
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

const asked = ['deliveryRag', 'benefitRag', 'progress', 'reason', 'pathToGreen']

/** What people wrote, each field once: it is written on the action and in the update, and dates of both differ anyway. */
function toBeSettled({ conflicts }: Conflicted): Conflicts {
  return asked.flatMap((field) => {
    const both = conflicts.filter((of) => of.field === field)
    return both.find(({ kind }) => kind === 'action') ?? both[0] ?? []
  })
}
