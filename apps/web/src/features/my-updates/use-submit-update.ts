import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { UpdateRow_SubmitMutation, UpdateRow_SubmitMutationVariables } from '../../generated/graphql.ts'
import { forgetOtherAnswers } from './forget-answers.ts'

const UpdateRow_submit = graphql(`
  mutation UpdateRow_submit(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: SubmitUpdateInput!
  ) {
    submitUpdate(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
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
          yours
          theirs
          theirsBy
          theirsAt
        }
      }
    }
  }
`)

export type SubmitAnswer = UpdateRow_SubmitMutation['submitUpdate']
type Asked = Omit<UpdateRow_SubmitMutationVariables, 'requestId'>

/** Why nothing was saved, where the API gave no answer of its own. */
export type Fault = 'SIGNED_OUT' | 'FORBIDDEN' | 'UNREACHED'

/** Sends an update. The same words sent again after a failure carry the same id, so that they are saved once. */
export function useSubmitUpdate() {
  const [mutate, { loading, client }] = useMutation(UpdateRow_submit, { fetchPolicy: 'no-cache' })
  const [answer, setAnswer] = useState<SubmitAnswer | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const last = useRef({ words: '', requestId: '' })
  const submit = async (asked: Asked): Promise<SubmitAnswer | null> => {
    const words = JSON.stringify(asked)
    if (last.current.words !== words) last.current = { words, requestId: newRequestId() }
    try {
      const { data } = await mutate({ variables: { ...asked, requestId: last.current.requestId } })
      setFault(null)
      setAnswer(data?.submitUpdate ?? null)
      if (data?.submitUpdate.__typename === 'Committed') forgetOtherAnswers(client.cache)
      return data?.submitUpdate ?? null
    } catch (error) {
      setFault(faultIn(error))
      return null
    }
  }
  return { submit, isSending: loading, answer, fault }
}

function faultIn(error: unknown): Fault {
  const codes = CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.code) : []
  if (codes.includes('UNAUTHENTICATED')) return 'SIGNED_OUT'
  return codes.includes('FORBIDDEN') ? 'FORBIDDEN' : 'UNREACHED'
}

/** 128 random bits. (crypto.randomUUID is not there on a plain http address.) */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
