import {
  type Block,
  cellInWords,
  type PaperSection,
  type PaperTable,
  tableOfChart,
} from '@strandline/domain/paper'
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { List, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

export interface DocxParts {
  readonly title: string
  /** Stands at the head of every page. */
  readonly header: string
  /** Under the title: for whom, as at when. */
  readonly lead: readonly string[]
  readonly sections: readonly PaperSection[]
}

const POINTS_12 = 24
const A4 = { width: 11_906, height: 16_838 }
const LIST = 'list'

/** A paper as a Word file that can be edited: real headings, lists and tables, A4, in 12 points. */
export async function paperAsDocx({ title, header, lead, sections }: DocxParts): Promise<Buffer> {
  const document = new Document({
    title,
    creator: header,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: POINTS_12, language: { value: 'en-GB' } } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
        heading1: { run: { size: 32, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
        heading3: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
      },
    },
    numbering: { config: [{ reference: LIST, levels: [0, 1, 2].map(listLevel) }] },
    sections: [
      {
        properties: { page: { size: A4 } },
        headers: { default: new Header({ children: [new Paragraph(header)] }) },
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...lead.map((text) => new Paragraph(text)),
          ...sections.flatMap(sectionParts),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function listLevel(level: number) {
  const indent = { left: 720 * (level + 1), hanging: 360 }
  return { level, format: LevelFormat.BULLET, text: '\u2022', style: { paragraph: { indent } } }
}

function pageNumbers(): Footer {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children })] })],
  })
}

function sectionParts({ heading, blocks }: PaperSection): (Paragraph | Table)[] {
  return [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }), ...blocks.flatMap(blockParts)]
}

function blockParts(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'TEXT') return fromMarkdown(block.markdown).children.flatMap((node) => textParts(node))
  if (block.kind === 'TABLE') return tableParts(block)
  const { title, subtitle, isIllustrative } = block
  const mark = isIllustrative ? ' Illustrative: made up to show what a plan can hold.' : ''
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
    new Paragraph(`${subtitle}${mark}`),
    ...tableParts(tableOfChart(block)),
  ]
}

function tableParts({ caption, columns, rows }: PaperTable): (Paragraph | Table)[] {
  const bold = (text: string) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: true })] })] })
  const heads = new TableRow({ tableHeader: true, children: columns.map(({ header }) => bold(header)) })
  const lines = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, at) => {
          const alignment = columns[at]?.isMoney ? AlignmentType.RIGHT : AlignmentType.LEFT
          return new TableCell({ children: [new Paragraph({ text: cellInWords(cell), alignment })] })
        }),
      }),
  )
  const words = new TextRun({ text: caption, bold: true })
  return [
    new Paragraph({ children: [words], keepNext: true, spacing: { before: 200, after: 80 } }),
    new Table({ rows: [heads, ...lines], width: { size: 100, type: WidthType.PERCENTAGE } }),
    new Paragraph(''),
  ]
}

const levels = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
]

/** Headings within a section begin at the third level of Markdown, which is the second of the paper. */
function textParts(node: RootContent, depth = 0): Paragraph[] {
  switch (node.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[node.depth] ?? HeadingLevel.HEADING_3,
          children: node.children.flatMap((of) => runs(of)),
        }),
      ]
    case 'paragraph':
      return [paragraph(node.children, { spacing: { after: 160 } })]
    case 'list':
      return listParts(node, depth)
    case 'blockquote':
      return node.children.flatMap((of) => textParts(of, depth))
    case 'code':
      return [new Paragraph(node.value)]
    default:
      return []
  }
}

function listParts({ children }: List, depth: number): Paragraph[] {
  const numbering = { reference: LIST, level: Math.min(depth, 2) }
  return children.flatMap((item) =>
    item.children.flatMap((of) =>
      of.type === 'paragraph' ? [paragraph(of.children, { numbering })] : textParts(of, depth + 1),
    ),
  )
}

function paragraph(children: readonly PhrasingContent[], options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children: children.flatMap((of) => runs(of)) })
}

function runs(node: PhrasingContent, style: { bold?: boolean; italics?: boolean } = {}): ParagraphChild[] {
  switch (node.type) {
    case 'strong':
      return node.children.flatMap((of) => runs(of, { ...style, bold: true }))
    case 'emphasis':
      return node.children.flatMap((of) => runs(of, { ...style, italics: true }))
    case 'link':
      return /^(https?:|mailto:)/.test(node.url)
        ? [
            new ExternalHyperlink({
              link: node.url,
              children: node.children.flatMap((of) => runs(of, style)),
            }),
          ]
        : node.children.flatMap((of) => runs(of, style))
    case 'break':
      return [new TextRun({ text: '', break: 1 })]
    case 'text':
    case 'inlineCode':
    case 'html':
      return [new TextRun({ text: node.value, ...style })]
    default:
      return []
  }
}
