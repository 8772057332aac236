import { type Driver, driverWords, type Placement, placementWords } from '@strandline/domain/assumption'
import { type ClipboardEvent, useEffect, useId, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { BothVersions, settledWith } from '../../ui/both-versions.tsx'
import { FaultWords } from '../../ui/fault-words.tsx'
import formStyles from '../../ui/form.module.css'
import { usePlanFrame, usePlanPlace } from '../../ui/plan-place.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { useCommand } from '../../ui/use-command.ts'
import styles from './forecast.module.css'
import {
  assumptionIn,
  emptyRow,
  type GridRow,
  isChanged,
  pasted,
  problemsOf,
  rowsFrom,
  sentFrom,
  type TextCell,
} from './grid-rows.ts'
import { isIllustrative } from './inputs.ts'
import { Results } from './results.tsx'
import { useGridDraft } from './use-grid-draft.ts'
import type { VersionShown } from './version-view.tsx'

const AssumptionGrid_save = graphql(`
  mutation AssumptionGrid_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ChangeAssumptionsInput!
  ) {
    changeAssumptions(
      planId: $planId
      requestId: $requestId
      basedOn: $basedOn
      settled: $settled
      input: $input
    ) {
      ...CommandAnswer
    }
  }
`)

interface AssumptionGridProps {
  readonly version: VersionShown
  readonly revision: number
}

/** The inputs of a draft as a grid: typed or pasted, worked out at every keystroke, kept on purpose with a reason. */
export function AssumptionGrid({ version, revision }: AssumptionGridProps) {
  const { planId } = usePlanPlace()
  const me = usePlanFrame()?.reader.name ?? 'somebody'
  const kept = rowsFrom(version.register)
  const draft = useGridDraft(`grid ${planId} ${version.id}`, kept, revision)
  const { rows } = draft
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState('')
  const { send, askAgain, isSending, answer, fault } = useCommand(AssumptionGrid_save)
  const reasonId = useId()
  const problems = rows.map(problemsOf)
  const isWhole = problems.every((of) => Object.keys(of).length === 0)
  const changed = rows.filter((row) => isChanged(row, kept))
  const droppedIds = kept.flatMap(({ id }) => (id && !rows.some((row) => row.id === id) ? [id] : []))
  const isDirty = changed.length > 0 || droppedIds.length > 0

  const change = (key: string, fields: Partial<GridRow>) =>
    draft.put(rows.map((row) => (row.key === key ? { ...row, ...fields } : row)))
  const save = async (over: Extract<typeof answer, { __typename: 'Conflicted' }> | null) => {
    if (isSending) return
    if (!isWhole) return setSaid('Some cells cannot be read: each says what to write.')
    if (reason.trim() === '') return setSaid('Say why the assumptions change.')
    const keptById = new Map(version.register.map((of) => [of.id, of]))
    const given = await send({
      planId,
      basedOn: over?.revision ?? draft.basedOn,
      settled: over ? settledWith(over.conflicts, me) : [],
      input: {
        versionId: version.id,
        rows: changed.map((row) => sentFrom(row, keptById.get(row.id ?? ''))),
        droppedIds,
        reason,
      },
    })
    if (given?.__typename === 'Refused') setSaid(given.problems.map(({ message }) => message).join(' '))
    if (given?.__typename !== 'Committed') return
    draft.forget()
    setReason('')
    setSaid('The assumptions are kept.')
    await askAgain()
  }
  const inputs =
    version.base && isWhole && rows.length > 0
      ? { base: { ...version.base, mitigations: [] }, assumptions: rows.map(assumptionIn) }
      : null
  return (
    <form
      aria-label="Assumptions"
      className={styles.grid}
      data-typing={isDirty || undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save(null)
      }}
    >
      <p className="quiet">
        Type or paste from a spreadsheet: year, line, value, low, high and note, from the cell that you are
        in. What you type stays on this device until it is kept.
      </p>
      <Table
        caption="Assumptions of this draft"
        rows={rows}
        keyOf={({ key }) => key}
        columns={columnsFor({
          problems: (row) => problems[rows.indexOf(row)] ?? {},
          onChange: change,
          onPaste: (row, cell, text) => draft.put(pasted(rows, rows.indexOf(row), cell, text)),
          onDrop: (row) => draft.put(rows.filter(({ key }) => key !== row.key)),
        })}
      />
      <p className={formStyles.buttons}>
        <button
          type="button"
          className={formStyles.plain}
          onClick={() => draft.put([...rows, emptyRow(rows.at(-1)?.driver ?? 'PLACES')])}
        >
          Add a row
        </button>
        <button
          type="button"
          className={formStyles.plain}
          onClick={draft.undo}
          aria-disabled={!draft.canUndo}
        >
          Undo
        </button>
      </p>
      <div className={formStyles.field}>
        <label htmlFor={reasonId}>Why they change</label>
        <input
          id={reasonId}
          value={reason}
          maxLength={400}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <p role="status">{said}</p>
      {answer?.__typename === 'Conflicted' && (
        <BothVersions
          conflicts={answer.conflicts}
          onMine={() => save(answer)}
          onTheirs={() => {
            draft.forget()
            askAgain()
          }}
        />
      )}
      {fault && <FaultWords fault={fault} />}
      <p className={formStyles.buttons}>
        <button type="submit" aria-disabled={isSending || !isDirty}>
          Keep the assumptions
        </button>
      </p>
      {inputs && <Results inputs={inputs} isIllustrative={isIllustrative(version)} />}
    </form>
  )
}

interface Cells {
  readonly problems: (row: GridRow) => Readonly<Partial<Record<TextCell, string>>>
  readonly onChange: (key: string, fields: Partial<GridRow>) => void
  readonly onPaste: (row: GridRow, cell: TextCell, text: string) => void
  readonly onDrop: (row: GridRow) => void
}

function columnsFor({ problems, onChange, onPaste, onDrop }: Cells): Column<GridRow>[] {
  const nameOf = (row: GridRow) =>
    `${driverWords[row.driver]} ${row.category ? placementWords[row.category] : ''} ${row.year}`
  const text = (header: string, cell: TextCell): Column<GridRow> => ({
    header,
    cell: (row) => (
      <TextInput
        label={`${header}, ${nameOf(row)}`}
        value={row[cell]}
        problem={problems(row)[cell]}
        onChange={(value) => onChange(row.key, { [cell]: value })}
        onPaste={(event) => {
          const copied = event.clipboardData.getData('text')
          if (!/[\t\n]/.test(copied.replace(/\r?\n$/, ''))) return
          event.preventDefault()
          onPaste(row, cell, copied)
        }}
      />
    ),
  })
  return [
    {
      header: 'Assumption',
      cell: (row) => (
        <select
          aria-label="Assumption"
          value={row.driver}
          onChange={(event) => onChange(row.key, { driver: event.target.value as Driver })}
        >
          {Object.entries(driverWords).map(([driver, words]) => (
            <option key={driver} value={driver}>
              {words}
            </option>
          ))}
        </select>
      ),
    },
    {
      header: 'Category',
      cell: (row) => (
        <select
          aria-label={`Category, ${nameOf(row)}`}
          value={row.category}
          onChange={(event) => onChange(row.key, { category: event.target.value as Placement | '' })}
        >
          <option value="">All</option>
          {Object.entries(placementWords).map(([category, words]) => (
            <option key={category} value={category}>
              {words}
            </option>
          ))}
        </select>
      ),
    },
    text('Year', 'year'),
    text('Line', 'line'),
    text('Value', 'value'),
    text('Low', 'low'),
    text('High', 'high'),
    text('Where it comes from', 'note'),
    {
      header: 'Drop',
      cell: (row) => (
        <button type="button" className={formStyles.plain} onClick={() => onDrop(row)}>
          Drop <span className="visually-hidden">{nameOf(row)}</span>
        </button>
      ),
    },
  ]
}

interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
}

function TextInput({ label, value, problem, onChange, onPaste }: TextInputProps) {
  const id = useId()
  // What is wrong is told at a pause, not at each letter of a figure that is half typed.
  const [shown, setShown] = useState<string | undefined>(problem)
  useEffect(() => {
    const timer = setTimeout(() => setShown(problem), problem ? 600 : 0)
    return () => clearTimeout(timer)
  }, [problem])
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={shown ? true : undefined}
        aria-describedby={shown ? id : undefined}
        value={value}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onPaste={onPaste}
      />
      {shown && (
        <span id={id} className={styles.wrong}>
          {shown}
        </span>
      )}
    </>
  )
}
