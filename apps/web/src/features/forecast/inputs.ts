import type { Assumption } from '@strandline/domain/assumption'
import type { ModelInputs } from '@strandline/domain/scenario'
import type { VersionShown } from './version-view.tsx'

/** A version as the model takes it; null where it has no assumptions, or the reader may not know them. */
export function inputsFrom({ base, register }: VersionShown): ModelInputs | null {
  if (!base || register.length === 0) return null
  return { base, assumptions: register.map(assumptionFrom) }
}

/** True where anything that the version rests on is made up to show the product. */
export function isIllustrative({ register }: VersionShown): boolean {
  return register.some(({ source }) => source.provenance === 'ILLUSTRATIVE')
}

function assumptionFrom({ note, source, ...row }: VersionShown['register'][number]): Assumption {
  const { id, driver, category, year, line, value, low, high, asOf } = row
  const from = note ? `${note} (${source.title})` : source.title
  return { id, driver, category, year, line, value, low, high, asOf, source: from }
}
