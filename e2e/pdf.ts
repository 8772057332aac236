import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  readonly isTagged: boolean
  readonly language: string | undefined
  readonly title: string | undefined
  /** The text of each sheet. */
  readonly sheets: readonly string[]
  /** The roles of the tags in reading order, such as H1, H2, P, Table. */
  readonly tags: readonly string[]
}

interface Tag {
  readonly role?: string
  readonly children?: readonly Tag[]
}

const rolesOf = (tag: Tag | null): string[] =>
  tag ? [...(tag.role ? [tag.role] : []), ...(tag.children ?? []).flatMap(rolesOf)] : []

/** A PDF as a reader of another program finds it. */
export async function readPdf(data: Buffer): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1)
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)))
  const sheets = await Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/g, ' ')
    }),
  )
  const trees = await Promise.all(pages.map((page) => page.getStructTree()))
  const { info } = await document.getMetadata()
  const { Language: language, Title: title } = info as { Language?: string; Title?: string }
  const marks = (await document.getMarkInfo()) as ReadonlyMap<string, boolean> | null
  const isTagged = marks?.get('Marked') === true
  return { isTagged, language, title, sheets, tags: trees.flatMap((tree) => rolesOf(tree as Tag)) }
}

/** True where no heading is more than one level below the one before it. */
export function headingsInOrder(tags: readonly string[]): boolean {
  const levels = tags.filter((tag) => /^H[1-6]$/.test(tag)).map((tag) => Number(tag.slice(1)))
  return levels[0] === 1 && levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)
}
