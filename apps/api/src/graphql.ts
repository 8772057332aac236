import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, type ValidationContext } from 'graphql'
import type { Context } from './context.ts'
import { schema } from './schema/query.ts'

/** Each page of the dashboard asks for less than a third of these. */
export const LIMITS = { depth: 8, aliases: 30, tokens: 3000 }

/** Left to themselves the rules throw, which Apollo takes for a fault of ours. */
const reported = {
  exposeLimits: true,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
}

export const limitRules = [
  maxDepthRule({ n: LIMITS.depth, flattenFragments: true, ...reported }),
  maxAliasesRule({ n: LIMITS.aliases, ...reported }),
]

export function createApollo(isDevelopment: boolean): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: isDevelopment,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !isDevelopment,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: limitRules,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      faults,
      turns,
    ],
  })
}

/** A fault is logged with the request id; the person sees the id and what to do, not the stack. */
const faults: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue: { log } }) {
        for (const error of errors)
          if (!error.extensions.code && error.originalError) log.error(error.originalError)
      },
      async willSendResponse({ response, contextValue: { requestId } }) {
        if (response.body.kind !== 'single') return
        for (const error of response.body.singleResult.errors ?? []) {
          if (error.extensions?.code !== 'INTERNAL_SERVER_ERROR') continue
          Object.assign(error, {
            message: faultMessage(requestId),
            extensions: { code: error.extensions.code, requestId },
          })
        }
      },
    }
  },
}

/** One person's changes in a minute are limited, so that a fault or a flood of one holds up nobody else. */
const turns: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        const seconds = operation?.operation === 'mutation' ? await contextValue.countMutation() : null
        if (seconds === null) return
        const headers = new HeaderMap([['retry-after', String(seconds)]])
        throw new GraphQLError(`That is too many changes at once. Try again in ${seconds} seconds.`, {
          extensions: { code: 'TOO_MANY_REQUESTS', http: { status: 429, headers } },
        })
      },
    }
  },
}

export function faultMessage(requestId: string): string {
  return `Something went wrong on our side. Try again; if it goes wrong again, tell us this number: ${requestId}.`
}

/** Runs one operation given as the text of an HTTP body. */
export async function answerBody(apollo: ApolloServer<Context>, body: unknown, context: Context) {
  const headers = new HeaderMap([['content-type', 'application/json']])
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: async () => context,
  })
  if (response.body.kind !== 'complete') throw new Error('an operation was answered in parts')
  return { status: response.status ?? 200, headers: response.headers, text: response.body.string }
}
