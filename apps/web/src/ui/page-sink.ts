import { createContext } from 'react'

/** What a page tells the server that renders it. In a browser there is no sink. */
export interface PageSink {
  title: string
  status: number
  redirect?: string
}

export const PageSinkContext = createContext<PageSink | null>(null)
