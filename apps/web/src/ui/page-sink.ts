import { createContext } from 'react'

/** What a page tells the server that renders it. In a browser there is no sink. */
export interface PageSink {
  title: string
  status: number
  redirect?: string
  /** True for a page that is sent without scripts, and may be kept for a minute by whoever passes it on. */
  isStatic?: boolean
}

export const PageSinkContext = createContext<PageSink | null>(null)
