/** Brat standoff, as the annotation tool brat reads it: https://brat.nlplab.org/standoff.html */
import { type Mention, mentionSpan } from '../annotation/model.ts'
import type { Schema } from '../annotation/schema.ts'
import { codePointMap } from '../text/code-points.ts'
import { byPosition, type Span, sliceSpan } from '../text/span.ts'
import type { ExportedFile, Format } from './format.ts'

export const brat: Format = {
  name: 'brat',
  offsets: 'code points of the text with LF newlines and without byte order mark',
  loses: ['status', 'reading order of the fragments of a name', 'entities', 'articles'],
  extension: '.ann',
  writePage,
  writeSettings,
}

/**
 * A line `T1⇥Type s e;s e⇥text` for each mention that is not rejected, by position. A mention is one
 * line of the file, so that a name cut by a line break has several fragments.
 */
function writePage(text: string, mentions: readonly Mention[]): string {
  const { toCodePoint } = codePointMap(text)
  const lines = mentions
    .filter(({ status }) => status !== 'rejected')
    .map((mention) => ({ mention, span: mentionSpan(mention), parts: fragments(text, mention) }))
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => byPosition(a.span, b.span) || compare(a.mention.type, b.mention.type))
    .map(({ mention, parts }, i) => {
      const offsets = parts.map(({ start, end }) => `${toCodePoint(start)} ${toCodePoint(end)}`)
      const words = parts.map((part) => sliceSpan(text, part))
      return `T${i + 1}\t${mention.type} ${offsets.join(';')}\t${words.join(' ')}\n`
    })
  return lines.join('')
}

/**
 * What ends a line for brat, which reads with Python's `splitlines`, and the tab between the columns.
 * White space around it belongs to no fragment.
 */
const breaks = /\s*[\t\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]\s*/g

/** In source order, none empty: brat expects ascending offsets. */
function fragments(text: string, { spans }: Mention): readonly Span[] {
  return [...spans].sort(byPosition).flatMap((span) => {
    const parts: Span[] = []
    let start = span.start
    for (const cut of sliceSpan(text, span).matchAll(breaks)) {
      parts.push({ start, end: span.start + cut.index })
      start = span.start + cut.index + cut[0].length
    }
    parts.push({ start, end: span.end })
    return parts.filter((part) => part.start < part.end)
  })
}

/** Brat finds both files from the page's folder upwards. */
function writeSettings({ types }: Schema): readonly ExportedFile[] {
  const names = types.map(({ name }) => name)
  const labels = types.map(({ name, labelZh }) => `${name} | ${labelZh} ${name} | ${labelZh}`)
  const colours = names.map((name, i) => `${name}\tbgColor:${palette[i % palette.length]}`)
  const sections = (named: Readonly<Record<string, readonly string[]>>): string =>
    Object.entries(named)
      .map(([name, lines]) => [`[${name}]`, ...lines, ''].join('\n'))
      .join('\n')
  return [
    {
      path: 'annotation.conf',
      content: sections({ entities: names, relations: [], events: [], attributes: [] }),
    },
    {
      path: 'visual.conf',
      content: sections({
        labels,
        drawing: ['SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken', ...colours],
      }),
    },
  ]
}

/** Light, so that black text on them can be read. */
const palette = [
  '#ffb3a7',
  '#a9cdf5',
  '#c7e6a3',
  '#f7d794',
  '#d9c2f0',
  '#b8e0e0',
  '#e8d5b7',
  '#f5bfdc',
  '#c9d3e0',
  '#ffe28a',
  '#d7d7d7',
]

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
