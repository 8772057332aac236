import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium, type Route } from 'playwright-core'
import { installedBrowser } from './browser.ts'
import { escapeText } from './web-pages.ts'

/** A page that is to be printed. */
export interface Printed {
  /** Its address, from which its links are followed. Nothing is asked for there. */
  readonly url: string
  /** The whole document, as a browser would be sent it. */
  readonly html: string
  /** Stands at the head of every sheet. */
  readonly title: string
}

/** Why there is no PDF, as a sentence for whoever asked. */
export class CannotPrint extends Error {
  /** Seconds, where it is worth trying again. */
  readonly retryAfter: string | undefined

  constructor(message: string, retryAfter?: string) {
    super(message)
    this.retryAfter = retryAfter
  }
}

const MOST_WAITING = 8
const IDLE_MS = 60_000

/**
 * Prints pages as tagged PDF with the browser of this machine: one at a time, without scripts, and without a way to any
 * other place. The browser is started when it is needed and ended when nobody has printed for a minute.
 */
export class Printer {
  readonly #assets: string
  readonly #findBrowser: () => string | undefined
  #browser: Promise<Browser> | null = null
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Takes the folder of the files that pages name under /assets/. */
  constructor(assets: string, findBrowser = installedBrowser) {
    this.#assets = assets
    this.#findBrowser = findBrowser
  }

  /** Throws `CannotPrint` where there is no browser, and where too many wait. */
  async pdf(printed: Printed): Promise<Buffer> {
    if (this.#waiting >= MOST_WAITING)
      throw new CannotPrint('Many people are printing just now. Try again in a minute.', '60')
    this.#waiting += 1
    const made = this.#last.then(() => this.#print(printed))
    this.#last = made.catch(() => undefined)
    try {
      return await made
    } finally {
      this.#waiting -= 1
      this.#endWhenIdle()
    }
  }

  async end(): Promise<void> {
    clearTimeout(this.#idle)
    const browser = this.#browser
    this.#browser = null
    await browser?.then((of) => of.close()).catch(() => undefined)
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.end(), IDLE_MS)
    this.#idle.unref()
  }

  async #print({ url, html, title }: Printed): Promise<Buffer> {
    const browser = await this.#opened()
    const context = await browser.newContext({ javaScriptEnabled: false })
    try {
      const page = await context.newPage()
      await page.route('**/*', (route) => this.#serve(route, url, html))
      await page.goto(url, { waitUntil: 'load' })
      return await page.pdf({
        format: 'A4',
        tagged: true,
        outline: true,
        displayHeaderFooter: true,
        headerTemplate: sheetLine(escapeText(title)),
        footerTemplate: sheetLine(
          'Page <span class="pageNumber"></span> of <span class="totalPages"></span>',
        ),
        margin: { top: '22mm', bottom: '20mm', left: '16mm', right: '16mm' },
      })
    } finally {
      await context.close()
    }
  }

  async #opened(): Promise<Browser> {
    const open = await this.#browser?.catch(() => null)
    if (open?.isConnected()) return open
    const executablePath = this.#findBrowser()
    if (!executablePath) throw new CannotPrint(NO_BROWSER)
    // Chromium's own sandbox refuses the root user. What is printed is this server's page, without scripts.
    this.#browser = chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
    return this.#browser
  }

  async #serve(route: Route, url: string, html: string): Promise<void> {
    const asked = route.request().url()
    if (asked === url) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    const { pathname } = new URL(asked)
    if (!pathname.startsWith('/assets/')) return route.abort()
    const file = path.join(this.#assets, path.basename(pathname))
    await readFile(file).then(
      (body) => route.fulfill({ body, contentType: TYPES[path.extname(file)] ?? 'application/octet-stream' }),
      () => route.abort(),
    )
  }
}

const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.svg': 'image/svg+xml' }

const NO_BROWSER =
  'This server has no browser to make a PDF with. Print the page from your own browser instead, or ask whoever runs the server to install Chromium or to set CHROMIUM_PATH.'

function sheetLine(html: string): string {
  return `<div style="width:100%;margin:0 16mm;font:10pt sans-serif;color:#333">${html}</div>`
}
