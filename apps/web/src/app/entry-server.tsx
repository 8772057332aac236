import { ApolloClient, ApolloLink, Observable } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { prerenderStatic } from '@apollo/client/react/ssr'
import { print } from 'graphql'
import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router'
import { type PageSink, PageSinkContext } from '../ui/page-sink.ts'
import { anAnswerCache } from './cache.ts'
import { AppRoutes } from './routes.tsx'

interface Operation {
  query: string
  variables?: Record<string, unknown>
  operationName?: string
}

export type Answer = (operation: Operation) => Promise<{ data?: unknown; errors?: unknown[] }>

export interface RenderedPage {
  status: number
  /** Plain text, to be escaped by whoever puts it into HTML. */
  title: string
  app: string
  /** JSON that is safe inside a script element; empty for a page that failed, so that the browser asks again. */
  state: string
  redirect?: string
  isStatic?: boolean
}

/** A page as HTML, with the answers it was made from. */
export async function render(url: string, answer: Answer): Promise<RenderedPage> {
  const client = new ApolloClient({ cache: anAnswerCache(), link: linkTo(answer), ssrMode: true })
  const sink: PageSink = { title: 'Strandline', status: 200 }
  const { result } = await prerenderStatic({
    renderFunction: renderToString,
    tree: (
      <PageSinkContext value={sink}>
        <ApolloProvider client={client}>
          <StaticRouter location={url}>
            <AppRoutes />
          </StaticRouter>
        </ApolloProvider>
      </PageSinkContext>
    ),
  })
  const state = sink.status < 500 ? JSON.stringify(client.extract()).replaceAll('<', '\\u003c') : ''
  return { ...sink, app: result, state }
}

function linkTo(answer: Answer): ApolloLink {
  return new ApolloLink(
    ({ query, variables, operationName = '' }) =>
      new Observable((observer) => {
        answer({ query: print(query), variables, operationName }).then(
          (result) => {
            observer.next(result as ApolloLink.Result)
            observer.complete()
          },
          (error) => observer.error(error),
        )
      }),
  )
}
