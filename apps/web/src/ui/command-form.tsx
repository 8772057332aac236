import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { BothVersions, type Conflicted, settledWith } from './both-versions.tsx'
import { FaultWords } from './fault-words.tsx'
import styles from './form.module.css'
import { type FieldProblem, FormProblemsContext } from './form-problems.ts'
import { keepWords, keptWords, useKeptWords } from './kept-words.ts'
import { usePlanFrame, usePlanPlace } from './plan-place.ts'
import { ProblemSummary } from './problem-summary.tsx'
import { type CommandDocument, useCommand } from './use-command.ts'

interface CommandFormProps<Input> {
  /** What it does, on the button that opens it: "Edit this action". */
  readonly title: string
  /** What the button says that sends it. */
  readonly submit: string
  readonly document: CommandDocument<Input>
  /** The revision of the plan that the page shows. */
  readonly revision: number
  /** What sets it apart from the other forms of the plan, so that its words can be kept on this device. */
  readonly name: string
  readonly inputOf: (form: FormData) => Input
  /** What can be said before anything is sent. */
  readonly problemsIn?: (form: FormData) => readonly FieldProblem[]
  readonly onDone?: (revision: number) => void
  readonly children: ReactNode
}

/** A button that opens a form, sends it as a command, and says what came of it. */
export function CommandForm<Input>(props: CommandFormProps<Input>) {
  const { title, revision, name, onDone, ...rest } = props
  const { planId } = usePlanPlace()
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const opener = useRef<HTMLButtonElement>(null)
  const key = `form ${planId} ${name}`
  // After the first paint, so that the page of the server and that of the browser are the same.
  useEffect(() => {
    if (keptWords(key)) setOpen(true)
  }, [key])
  const close = (words: string) => {
    keepWords(key, null)
    setSaid(words)
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div className={`no-print ${styles.command}`}>
      <button
        ref={opener}
        type="button"
        className={styles.plain}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close('') : setOpen(true))}
      >
        {title}
      </button>{' '}
      <span role="status">{said}</span>
      {isOpen && (
        <OpenForm
          {...rest}
          title={title}
          revision={revision}
          storageKey={key}
          onKept={(made) => {
            close('Saved.')
            onDone?.(made)
          }}
          onCancel={() => close('')}
        />
      )}
    </div>
  )
}

interface OpenFormProps<Input> extends Omit<CommandFormProps<Input>, 'name' | 'onDone'> {
  readonly storageKey: string
  readonly onKept: (revision: number) => void
  readonly onCancel: () => void
}

function OpenForm<Input>({ document, inputOf, problemsIn, children, ...of }: OpenFormProps<Input>) {
  const { planId } = usePlanPlace()
  const me = usePlanFrame()?.reader.name ?? 'somebody'
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  // What is typed was begun on the plan as it was when the form was opened, whatever the page shows since.
  const [basedOn] = useState(() => keptWords(of.storageKey)?.basedOn ?? of.revision)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const { send, askAgain, isSending, answer, fault } = useCommand(document)
  useKeptWords(form, of.storageKey, basedOn)

  const submit = async (over: Conflicted | null) => {
    if (!form.current || isSending) return
    const typed = new FormData(form.current)
    const found = [...unfinishedDays(form.current), ...(problemsIn?.(typed) ?? [])]
    setProblems(found)
    if (found.length > 0) return
    const given = await send({
      planId,
      basedOn: over?.revision ?? basedOn,
      settled: over ? settledWith(over.conflicts, me) : [],
      input: inputOf(typed),
    })
    if (given?.__typename === 'Refused') setProblems(given.problems)
    if (given?.__typename !== 'Committed') return
    await askAgain()
    of.onKept(given.revision)
  }
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={of.title}
      data-typing
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') of.onCancel()
      }}
    >
      <FormProblemsContext value={{ formId, problems }}>
        <ProblemSummary problems={problems} />
        {children}
      </FormProblemsContext>
      {answer?.__typename === 'Conflicted' && (
        <BothVersions
          conflicts={answer.conflicts}
          onMine={() => submit(answer)}
          onTheirs={() => askAgain().then(of.onCancel)}
        />
      )}
      {fault && <FaultWords fault={fault} />}
      <p className={styles.buttons}>
        <button type="submit" aria-disabled={isSending}>
          {of.submit}
        </button>
        <button type="button" className={styles.plain} onClick={of.onCancel}>
          Cancel
        </button>
      </p>
    </form>
  )
}

/** A day of which a part is missing counts as no day at all, and would be cleared in silence. */
function unfinishedDays(form: HTMLFormElement): FieldProblem[] {
  const fields = Array.from(form.elements).filter((field) => field instanceof HTMLInputElement)
  return fields
    .filter(({ validity }) => validity.badInput)
    .map(({ name }) => ({ field: name, message: 'Give the day, the month and the year.' }))
}
