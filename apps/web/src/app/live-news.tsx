import { useApolloClient } from '@apollo/client/react'
import { print } from 'graphql'
import { useEffect, useRef, useState } from 'react'
import { graphql } from '../generated/gql.ts'
import type { LiveNews_ChangeSubscription } from '../generated/graphql.ts'
import { forgetOtherAnswers } from '../ui/forget-answers.ts'
import { type PlanFrame, usePlanPlace } from '../ui/plan-place.ts'
import styles from './live-news.module.css'

const LiveNews_change = graphql(`
  subscription LiveNews_change($planId: ID!, $after: Int!) {
    planChanged(planId: $planId, after: $after) {
      revision
      by
      news {
        words
      }
    }
  }
`)

type Change = LiveNews_ChangeSubscription['planChanged']

/** Changes that are made in one moment are shown together. */
const TOGETHER_MS = 50
/** What this page itself has sent is read again by the form that sent it. */
const OWN_MS = 2000
const AGAIN_MS = 5000

/** Tells what others change while the page is open, and shows it at once unless the reader is writing. */
export function LiveNews({ frame }: { readonly frame: PlanFrame }) {
  const client = useApolloClient()
  const [told, setTold] = useState<Told | null>(null)
  const shown = useRef(frame.revision)
  shown.current = Math.max(shown.current, frame.revision)

  const again = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(again.current), [])

  // A change can be heard by a stream that is still open while requests no longer get through.
  const show = () => {
    clearTimeout(again.current)
    forgetOtherAnswers(client.cache)
    client.refetchQueries({ include: 'active' }).catch(() => {
      again.current = setTimeout(show, AGAIN_MS)
    })
  }
  const hear = (changes: readonly Change[]) => {
    const news = changes.filter(({ revision }) => revision > shown.current)
    const last = news.at(-1)
    if (!last) return
    const isWriting = document.querySelector(WRITING) !== null
    const byOthers = news.filter(({ by }) => by !== frame.reader.name)
    if (!isWriting) {
      shown.current = last.revision
      show()
    }
    const lastByOther = byOthers.at(-1)
    if (lastByOther) setTold({ by: lastByOther.by, words: wordsOf(byOthers), isShown: !isWriting })
  }
  useChanges(shown, frame.reader.name, hear)

  return (
    <div role="status" className={styles.live}>
      {told && (
        <p className={styles.told}>
          <span>
            Changed by {told.by} just now. {told.words}
          </span>
          {!told.isShown && (
            <button
              type="button"
              onClick={() => {
                setTold(null)
                show()
              }}
            >
              Show the change
            </button>
          )}
          <button type="button" className={styles.close} onClick={() => setTold(null)}>
            Close
          </button>
        </p>
      )}
    </div>
  )
}

interface Told {
  readonly by: string
  readonly words: string
  readonly isShown: boolean
}

/** Someone who writes keeps the page as it is. */
const WRITING = 'main form[data-typing], main :is(input, textarea, select):focus'

function wordsOf(changes: readonly Change[]): string {
  const news = changes.flatMap((change) => change.news.map(({ words }) => words))
  return news.length > 1 ? `${news[0]} And ${news.length - 1} more.` : (news[0] ?? '')
}

/** Keeps a stream open while the page can be seen, from the revision that is shown: nothing is missed, and a browser's few connections are not used up. */
function useChanges(
  shown: { readonly current: number },
  me: string | null,
  hear: (changes: readonly Change[]) => void,
): void {
  const { planId } = usePlanPlace()
  const heard = useRef(hear)
  heard.current = hear
  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    let together: ReturnType<typeof setTimeout> | undefined
    let waiting: Change[] = []
    const close = () => {
      clearTimeout(again)
      source?.close()
      source = null
    }
    const tell = () => {
      const changes = waiting
      waiting = []
      heard.current(changes)
    }
    const open = () => {
      close()
      if (document.visibilityState === 'hidden') return
      const stream = new EventSource(addressOf(planId, shown.current))
      source = stream
      stream.addEventListener('next', ({ data }) => {
        const change = (JSON.parse(data) as { data?: LiveNews_ChangeSubscription | null }).data?.planChanged
        if (!change) return
        waiting.push(change)
        clearTimeout(together)
        together = setTimeout(tell, change.by === me ? OWN_MS : TOGETHER_MS)
      })
      // The stream ends with the session; another one is of whoever asks then.
      stream.addEventListener('complete', close)
      stream.addEventListener('error', () => {
        close()
        again = setTimeout(open, AGAIN_MS)
      })
    }
    open()
    document.addEventListener('visibilitychange', open)
    return () => {
      document.removeEventListener('visibilitychange', open)
      clearTimeout(together)
      close()
    }
  }, [planId, me, shown])
}

function addressOf(planId: string, after: number): string {
  const asked = { query: print(LiveNews_change), variables: JSON.stringify({ planId, after }) }
  return `/graphql/stream?${new URLSearchParams(asked)}`
}
