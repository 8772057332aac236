import { type Rag, rags } from '@strandline/domain/vocabulary'
import formStyles from '../../ui/form.module.css'
import type { Answer } from '../../ui/use-command.ts'
import { type Draft, type DraftField, isOffTrack } from './draft.ts'
import { RatingChoice } from './rating-choice.tsx'
import { WordsField } from './words-field.tsx'

type Problem = Extract<Answer, { __typename: 'Refused' }>['problems'][number]

interface UpdateFieldsProps {
  readonly action: {
    readonly id: string
    readonly lastWords: string | null
    readonly proposedBenefit: { readonly rag: Rag; readonly because: string } | null
  }
  readonly typed: {
    readonly draft: Draft
    readonly isDirty: boolean
    readonly change: (field: DraftField, value: string) => void
    readonly keepNow: () => void
  }
  readonly problems: readonly Problem[]
}

/** The two ratings and the words; the reason and the path are asked for only where a rating is not green. */
export function UpdateFields({ action, typed, problems }: UpdateFieldsProps) {
  const { draft, change } = typed
  const words = { progress: 'Progress', reason: 'Reason', pathToGreen: 'Path to green' } as const
  const shown: readonly string[] = isOffTrack(draft) ? Object.keys(words) : ['progress']
  const others = problems.filter(({ field }) => !shown.includes(field))
  const field = (name: keyof typeof words) => (
    <WordsField
      id={`${action.id}-${name}`}
      label={words[name]}
      value={draft[name]}
      placeholder={name === 'progress' ? (action.lastWords ?? undefined) : undefined}
      problem={problems.find((of) => of.field === name)?.message ?? null}
      onChange={(text) => change(name, text)}
      onLeave={() => {
        if (typed.isDirty) typed.keepNow()
      }}
    />
  )
  return (
    <>
      {others.length > 0 && (
        <ul role="alert" className={formStyles.problem}>
          {others.map(({ kind, field: of, message }) => (
            <li key={`${kind}/${of}`}>{message}</li>
          ))}
        </ul>
      )}
      <RatingChoice
        kind="delivery"
        name={`${action.id}-delivery`}
        value={draft.deliveryRag}
        onChange={(rag) => change('deliveryRag', rag)}
      />
      <RatingChoice
        kind="benefit"
        name={`${action.id}-benefit`}
        value={draft.benefitRag}
        hint={figuresSay(action.proposedBenefit)}
        onChange={(rag) => change('benefitRag', rag)}
      />
      {field('progress')}
      {action.lastWords && draft.progress !== action.lastWords && (
        <p>
          <button type="button" onClick={() => change('progress', action.lastWords ?? '')}>
            Use last words
          </button>
        </p>
      )}
      {isOffTrack(draft) && field('reason')}
      {isOffTrack(draft) && field('pathToGreen')}
    </>
  )
}

/** What the figures propose; the person decides, and where the two differ both stand on the page. */
function figuresSay(proposed: UpdateFieldsProps['action']['proposedBenefit']): string | null {
  return proposed && `The figures say ${rags[proposed.rag].toLowerCase()}: ${proposed.because}`
}
