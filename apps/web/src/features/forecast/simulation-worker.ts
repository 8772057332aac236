import { registerOf } from '@strandline/domain/assumption'
import type { ModelInputs } from '@strandline/domain/scenario'
import { simulate } from '@strandline/domain/simulation'

export interface SimulationAsked {
  readonly inputs: ModelInputs
  readonly runs: number
  readonly seed: number
}

// Away from the page, so that it goes on answering.
self.onmessage = ({ data }: MessageEvent<SimulationAsked>) => {
  const { base, assumptions } = data.inputs
  const asked = Array.from({ length: base.lastYear - base.firstYear + 1 }, (_, at) => {
    return (years: Parameters<Parameters<typeof simulate>[2][number]>[0]) =>
      years[at]?.mitigated.cumulative ?? base.openingBalance
  })
  self.postMessage(simulate(base, registerOf(assumptions), asked, data))
}
