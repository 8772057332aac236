import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

export interface Fault {
  readonly isOffline: boolean
  /** The number to quote; null when the request never reached the server. */
  readonly requestId: string | null
}

/** What a reader can be told about a request that failed. */
export function faultOf(error: unknown): Fault {
  if (CombinedGraphQLErrors.is(error)) {
    const id = error.errors
      .map(({ extensions }) => extensions?.requestId)
      .find((one) => typeof one === 'string')
    return { isOffline: false, requestId: id ?? null }
  }
  if (ServerError.is(error))
    return { isOffline: false, requestId: error.response.headers.get('x-request-id') }
  // fetch itself reports a request that never arrived as a TypeError.
  return { isOffline: error instanceof TypeError, requestId: null }
}
