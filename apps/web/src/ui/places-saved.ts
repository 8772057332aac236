import { type Placement, placements } from '@strandline/domain/assumption'
import { quantityInWords } from '@strandline/domain/explanation'
import { inPounds, type Pence } from '@strandline/domain/money'

interface PlacesSaved {
  readonly placement: Placement | null
  readonly fewerPlaces: number | null
  readonly costOfPlace: Pence | null
  readonly costInstead: Pence | null
}

/** "12 fewer places at £52,000 a year, £20,000 of it spent instead: Post 16 and further education"; null where none are named. */
export function placesInWords({
  placement,
  fewerPlaces,
  costOfPlace,
  costInstead,
}: PlacesSaved): string | null {
  if (placement === null) return null
  // The category alone is what is left where a number of it is too small to show, be it this one or another.
  if (fewerPlaces === null || costOfPlace === null)
    return `Places not shown, since a number of this category is too small (c): ${placements[placement].name}`
  const instead = costInstead ? `, ${inPounds(costInstead)} of it spent instead` : ''
  const count = quantityInWords(fewerPlaces, 'HUNDREDTHS')
  return `${count} fewer places at ${inPounds(costOfPlace)} a year${instead}: ${placements[placement].name}`
}
