import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { useMutation } from '@apollo/client/react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useRef, useState } from 'react'
import { graphql } from '../generated/gql.ts'
import type { CommandAnswerFragment, SettledInput } from '../generated/graphql.ts'
import { forgetOtherAnswers } from './forget-answers.ts'

/** What every mutation of a plan asks back: that it is kept, why not, or what somebody else has written. */
export const CommandAnswer = graphql(`
  fragment CommandAnswer on CommandResult {
    __typename
    ... on Committed {
      revision
    }
    ... on Refused {
      problems {
        kind
        field
        message
      }
    }
    ... on Conflicted {
      revision
      conflicts {
        kind
        id
        field
        label
        subject
        yours
        theirs
        theirsBy
        theirsAt
      }
    }
  }
`)

export type Answer = CommandAnswerFragment

export interface Asked<Input> {
  readonly planId: string
  readonly basedOn: number
  readonly settled: SettledInput[]
  readonly input: Input
}

/** A mutation with one field, which asks for a CommandAnswer. */
export type CommandDocument<Input> = TypedDocumentNode<object, Asked<Input> & { readonly requestId: string }>

/** Why nothing was saved, where the API gave no answer of its own. */
export type Fault = 'SIGNED_OUT' | 'FORBIDDEN' | 'TOO_MANY' | 'UNREACHED'

/** Sends a command. The same words sent again after a failure carry the same id, so that they are saved once. */
export function useCommand<Input>(document: CommandDocument<Input>) {
  const [mutate, { loading, client }] = useMutation(document, { fetchPolicy: 'no-cache' })
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const last = useRef({ words: '', requestId: '' })
  const send = async (asked: Asked<Input>): Promise<Answer | null> => {
    const words = JSON.stringify(asked)
    if (last.current.words !== words) last.current = { words, requestId: newRequestId() }
    try {
      const { data } = await mutate({ variables: { ...asked, requestId: last.current.requestId } })
      const given = answerIn(data)
      setFault(null)
      setAnswer(given)
      if (given?.__typename === 'Committed') forgetOtherAnswers(client.cache)
      return given
    } catch (error) {
      setFault(faultIn(error))
      return null
    }
  }
  /** Asks again what the page on the screen shows. */
  const askAgain = () => client.refetchQueries({ include: 'active' })
  return { send, askAgain, isSending: loading, answer, fault }
}

function answerIn(data: object | undefined): Answer | null {
  const answers = Object.values(data ?? {}).filter((value) => typeof value === 'object')
  return (answers[0] as Answer | undefined) ?? null
}

function faultIn(error: unknown): Fault {
  if (ServerError.is(error) && [429, 503].includes(error.statusCode)) return 'TOO_MANY'
  const codes = CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.code) : []
  if (codes.includes('UNAUTHENTICATED')) return 'SIGNED_OUT'
  return codes.includes('FORBIDDEN') ? 'FORBIDDEN' : 'UNREACHED'
}

/** 128 random bits. (crypto.randomUUID is not there on a plain http address.) */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
