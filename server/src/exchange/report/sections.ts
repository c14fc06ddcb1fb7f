/** A page as people read it: its articles with title lines and paragraphs, and what belongs to none. */
import { type Span, sliceSpan } from '../../text/span.ts'
import type { ExchangeArticle, ExchangePage } from '../format/model.ts'

export interface ReportLine {
  readonly span: Span
  readonly role: 'headline' | 'title' | 'text'
}

export interface ReportSection {
  /** `undefined` for text of no article. */
  readonly article: ExchangeArticle | undefined
  readonly lines: readonly ReportLine[]
}

/** In the order in which they begin. All text but blanks is in one line. */
export function sectionsOf(page: ExchangePage): readonly ReportSection[] {
  const { articles, text, kind } = page
  const taken = articles.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start)
  const sections: ReportSection[] = articles.map((article) => ({
    article,
    lines: withRoles(
      article.spans.flatMap((span) => (kind === 'logical' ? linesOf(text, span) : [span])),
      article,
      text,
    ),
  }))
  let at = 0
  for (const { start, end } of [...taken, { start: text.length, end: text.length }]) {
    if (at < start) {
      const lines = linesOf(text, { start: at, end: start })
      sections.push({
        article: undefined,
        lines: lines.map((span): ReportLine => ({ span, role: 'text' })),
      })
    }
    at = Math.max(at, end)
  }
  const startOf = ({ lines }: ReportSection): number =>
    lines.reduce((least, { span }) => Math.min(least, span.start), Number.POSITIVE_INFINITY)
  return sections.filter(({ lines }) => lines.length > 0).sort((a, b) => startOf(a) - startOf(b))
}

/** Lines that are not blank, without blanks at their ends. */
function linesOf(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = []
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at)
    const next = stop < 0 || stop >= end ? end : stop
    const line = text.slice(at, next)
    const from = at + line.length - line.trimStart().length
    const to = at + line.trimEnd().length
    if (from < to) lines.push({ start: from, end: to })
    at = next + 1
  }
  return lines
}

/** Title lines stand before the text; a line of the source may break inside one. */
function withRoles(
  spans: readonly Span[],
  { titleLines, headline }: ExchangeArticle,
  text: string,
): readonly ReportLine[] {
  const titles = new Set(titleLines.map(plain))
  return spans.map((span): ReportLine => {
    const line = plain(sliceSpan(text, span))
    const isTitle = titles.delete(line)
    const isMain = isTitle && headline !== undefined && line === plain(headline)
    return { span, role: isMain ? 'headline' : isTitle ? 'title' : 'text' }
  })
}

function plain(text: string): string {
  return text.replace(/\s+/g, '')
}
