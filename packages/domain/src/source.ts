import type { Day } from './day.ts'
import type { Source } from './model.ts'

/** True when a source was published after a day: nobody could have known its figures then. */
export function isPublishedAfter(source: Source, today: Day): boolean {
  return source.publishedOn !== null && source.publishedOn > today
}
