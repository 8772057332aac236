import type { ReactNode } from 'react'
import { expectArrival } from './arrival.ts'
import { faultOf } from './fault.ts'
import { Loading } from './loading.tsx'
import { Notice } from './notice.tsx'

interface AnswerProps<Data> {
  /** What useQuery returned. */
  readonly result: {
    readonly data?: Data | undefined
    readonly error?: unknown
    readonly refetch: () => unknown
  }
  /** What is being waited for: "the plan". */
  readonly what: string
  readonly children: (data: Data) => ReactNode
}

/** Shows an answer of the API, or that it is slow, or that it failed and what to do. */
export function Answer<Data>({ result, what, children }: AnswerProps<Data>) {
  const { data, error, refetch } = result
  if (data !== undefined) return children(data)
  if (error) return <FaultNotice error={error} retry={refetch} />
  return <Loading what={what} />
}

export function FaultNotice({ error, retry }: { readonly error: unknown; readonly retry: () => unknown }) {
  const { isOffline, requestId } = faultOf(error)
  const again = () => {
    expectArrival()
    // A second failure shows itself here again, with its own request id.
    Promise.resolve(retry()).catch(() => undefined)
  }
  return isOffline ? (
    <Notice title="No connection" status={503}>
      <p>The plan could not be reached. Check that this device is online, then try again.</p>
      <button type="button" onClick={again}>
        Try again
      </button>
    </Notice>
  ) : (
    <Notice title="Something went wrong" status={500}>
      <p>The page could not be shown. Nothing in the plan was changed. Try again in a minute.</p>
      {requestId && (
        <p>
          If it keeps happening, tell whoever runs this site, and quote request <code>{requestId}</code>.
        </p>
      )}
      <button type="button" onClick={again}>
        Try again
      </button>
    </Notice>
  )
}
