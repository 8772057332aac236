import { byWorst, type Rating } from './rag.ts'

interface Rated {
  readonly deliveryRating: Rating
  readonly benefitRating: Rating
  readonly isOverdue: boolean
  readonly isNotUpdated: boolean
}

const urgent: readonly Rating[] = ['RED', 'AMBER']

const bothWorstFirst = ({ deliveryRating, benefitRating }: Rated): Rating[] =>
  [deliveryRating, benefitRating].sort(byWorst)

/** The actions that are red, amber, overdue or without an update, the worst first by the worse of their two ratings, then by the other; of equals the overdue first. */
export function needingAttention<Action extends Rated>(actions: readonly Action[]): Action[] {
  const needs = (action: Action) =>
    action.isOverdue ||
    action.isNotUpdated ||
    bothWorstFirst(action).some((rating) => urgent.includes(rating))
  return actions.filter(needs).sort((a, b) => compare(a, b) || Number(b.isOverdue) - Number(a.isOverdue))
}

function compare(a: Rated, b: Rated): number {
  const [worseOfA = 'GREEN', otherOfA = 'GREEN'] = bothWorstFirst(a)
  const [worseOfB = 'GREEN', otherOfB = 'GREEN'] = bothWorstFirst(b)
  return byWorst(worseOfA, worseOfB) || byWorst(otherOfA, otherOfB)
}
