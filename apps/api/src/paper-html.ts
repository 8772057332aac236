import {
  type Block,
  cellInWords,
  type PaperSection,
  type PaperTable,
  tableOfChart,
} from '@strandline/domain/paper'
import { micromark } from 'micromark'
import { escapeText } from './web-pages.ts'

/** A section for readers that draw no charts and take no styles: letters and feeds. A chart is its finding and its table. */
export function sectionHtml({ heading, blocks }: PaperSection): string {
  return [`<h2>${escapeText(heading)}</h2>`, ...blocks.map(blockHtml)].join('\n')
}

function blockHtml(block: Block): string {
  if (block.kind === 'TEXT') return micromark(block.markdown)
  if (block.kind === 'TABLE') return tableHtml(block)
  const { title, subtitle, isIllustrative } = block
  const mark = isIllustrative ? ' Illustrative: made up to show what a plan can hold.' : ''
  return `<p><strong>${escapeText(title)}</strong><br>${escapeText(subtitle)}${mark}</p>\n${tableHtml(tableOfChart(block))}`
}

function tableHtml({ caption, columns, rows }: PaperTable): string {
  const heads = columns.map(({ header }) => `<th scope="col" align="left">${escapeText(header)}</th>`)
  const lines = rows.map((row) => {
    const [name = null, ...cells] = row
    const first = `<th scope="row" align="left">${escapeText(cellInWords(name))}</th>`
    return `<tr>${first}${cells.map((cell) => `<td>${escapeText(cellInWords(cell))}</td>`).join('')}</tr>`
  })
  return `<table border="1" cellpadding="6" cellspacing="0"><caption>${escapeText(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}

/** A section as plain text: Markdown is read as it is written, and a table as lines. */
export function sectionText({ heading, blocks }: PaperSection): string {
  return [heading.toUpperCase(), ...blocks.map(blockText)].join('\n\n')
}

function blockText(block: Block): string {
  if (block.kind === 'TEXT') return block.markdown.replace(/^#{3,6} /gm, '').replace(/\*\*/g, '')
  const { caption, columns, rows } = block.kind === 'TABLE' ? block : tableOfChart(block)
  const lines = rows.map(([name = null, ...cells]) => {
    const told = cells.map((cell, at) => `${columns[at + 1]?.header}: ${cellInWords(cell)}`)
    return `- ${cellInWords(name)}. ${told.join('; ')}`
  })
  return `${caption}\n\n${lines.join('\n')}`
}
