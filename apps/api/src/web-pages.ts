import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the web room's server entry makes of an address. */
export interface Page {
  readonly status: number
  readonly title: string
  readonly app: string
  readonly state: string
  readonly redirect?: string
  /** True for a page that is whole without scripts. */
  readonly isStatic?: boolean
}

type Operation = {
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly operationName?: string
}
type Render = (url: string, answer: (operation: Operation) => Promise<object>) => Promise<Page>

/** The built web app: its assets, its first page, and the function that writes pages on the server. */
export interface WebApp {
  readonly assets: string
  readonly template: string
  readonly render: Render
}

/** Loads the built web app; null where it has not been built, as in development. */
export async function loadWebApp(dist: string): Promise<WebApp | null> {
  const entry = path.join(dist, 'server/entry-server.js')
  const page = path.join(dist, 'client/index.html')
  if (!existsSync(entry) || !existsSync(page)) return null
  const { render } = (await import(pathToFileURL(entry).href)) as { render: Render }
  return { assets: path.join(dist, 'client/assets'), template: readFileSync(page, 'utf8'), render }
}

/** The whole document: its text is readable before any script has run. */
export function documentOf(template: string, { title, app, state, isStatic = false }: Page): string {
  const parts: Record<string, string> = { title: escapeText(title), app, state }
  const page = isStatic
    ? template.replace(/<script\b[^>]*>.*?<\/script>|<link rel="modulepreload"[^>]*>/gs, '')
    : template
  return page.replace(/<!--(title|app|state)-->/g, (_, name: string) => parts[name] ?? '')
}

/** Text that may stand in HTML, between tags. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
