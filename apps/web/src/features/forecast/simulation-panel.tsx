import { yearLabel } from '@strandline/domain/financial-year'
import { balanceInWords } from '@strandline/domain/money'
import type { ModelInputs } from '@strandline/domain/scenario'
import type { Band } from '@strandline/domain/simulation'
import { useState } from 'react'
import formStyles from '../../ui/form.module.css'
import { Table } from '../../ui/table.tsx'
import type { SimulationAsked } from './simulation-worker.ts'

const RUNS = 10_000
const SEED = 1

/** Runs the model ten thousand times, each assumption drawn from its range, and shows where the balance falls. */
export function SimulationPanel({ inputs }: { readonly inputs: ModelInputs }) {
  const [found, setFound] = useState<{ readonly of: string; readonly bands: readonly Band[] } | null>(null)
  const [isRunning, setRunning] = useState(false)
  const hasRanges = inputs.assumptions.some(({ low, high }) => low !== null || high !== null)
  // Bands are of the inputs that they were worked out from. The same inputs, read again, are no others.
  const of = JSON.stringify(inputs)
  const bands = found?.of === of ? found.bands : []
  const said = bands.length > 0 ? 'Done.' : found ? 'The forecast has changed since: run it again.' : ''
  const run = () => {
    if (isRunning) return
    setRunning(true)
    const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Band[]>) => {
      setFound({ of, bands: data })
      setRunning(false)
      worker.terminate()
    }
    worker.onerror = () => setRunning(false)
    worker.postMessage({ inputs, runs: RUNS, seed: SEED } satisfies SimulationAsked)
  }
  if (!hasRanges) return null
  return (
    <>
      <h3>How sure is it?</h3>
      <p>
        Each assumption that has a range is drawn from it, {RUNS.toLocaleString('en-GB')} times over. The same
        ranges always give the same bands.
      </p>
      <p className="no-print">
        <button type="button" className={formStyles.plain} onClick={run} aria-disabled={isRunning}>
          Run the simulation
        </button>{' '}
        <span role="status">{isRunning ? 'Running…' : said}</span>
      </p>
      {bands.length > 0 && (
        <Table
          caption={`Cumulative balance over ${RUNS.toLocaleString('en-GB')} runs`}
          rows={bands.map((band, at) => ({ ...band, year: inputs.base.firstYear + at }))}
          keyOf={({ year }) => year}
          columns={[
            { header: 'At the end of', cell: ({ year }) => yearLabel(year) },
            { header: 'One run in twenty is worse than', cell: ({ p5 }) => balanceInWords(p5) },
            { header: 'One in four is worse than', cell: ({ p25 }) => balanceInWords(p25) },
            { header: 'Half are worse than', cell: ({ p50 }) => balanceInWords(p50) },
            { header: 'One in four is better than', cell: ({ p75 }) => balanceInWords(p75) },
            { header: 'One in twenty is better than', cell: ({ p95 }) => balanceInWords(p95) },
          ]}
        />
      )}
    </>
  )
}
