interface NewsItem {
  readonly kind: string
  readonly words: string
}

const orderOfKinds = [
  'action',
  'milestone',
  'forecastVersion',
  'plan',
  'saving',
  'strand',
  'event',
  'dependency',
]

/** What a member asks about first: ratings and stages that changed, dates that moved, then new money and events. */
export function mostTelling<Item extends NewsItem>(news: readonly Item[], atMost: number): Item[] {
  return news
    .filter(({ kind }) => orderOfKinds.includes(kind))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, atMost)
}

// A change of a value says more than a text that was reworded or added. Only the order rests on the words.
function rank({ kind, words }: NewsItem): number {
  const isMove = / (changed|moved) from |: done: /.test(words)
  return (isMove ? 0 : orderOfKinds.length) + orderOfKinds.indexOf(kind)
}
