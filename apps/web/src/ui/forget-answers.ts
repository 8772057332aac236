import type { ApolloCache } from '@apollo/client'

/** Kept for the pages on the screen: the frame of the plan, and the list of what is owed. */
const onScreen = ['latestDay', 'owedByMe']

/** Forgets what other pages were told before the plan changed, so that each asks again when it is opened. */
export function forgetOtherAnswers(cache: ApolloCache): void {
  cache.modify({
    id: 'ROOT_QUERY',
    broadcast: false,
    fields: {
      plan: (answer: object, { DELETE }) => (onScreen.some((field) => field in answer) ? answer : DELETE),
    },
  })
}
