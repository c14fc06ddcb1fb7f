/** The two forms of a hover card: Markdown with links, and plain text. */
import type { Document } from '../../../corpus/snapshot/model.ts'
import type { Span } from '../../../text/span.ts'
import { escapeMarkdown, oneLine } from '../../wording/markdown.ts'

/** What a page or a person says, as one line in which it is only ever text. */
export type Show = (text: string) => string

export interface CardStyle {
  readonly show: Show
  /** `text` with a way to a place. */
  readonly link: (text: string, document: Document, span: Span) => string
}

export const plainCard: CardStyle = { show: (text) => oneLine(text), link: (text) => oneLine(text) }

/** Links to files need no trust, unlike those that run commands (`acts.ts`). */
export const markdownCard: CardStyle = {
  show: escapeMarkdown,
  link(text, { uri, lines }, { start }) {
    const { line, character } = lines.position(start)
    return `[${escapeMarkdown(text)}](${safeUri(uri)}#L${line + 1},${character + 1})`
  },
}

/** A link ends at a bracket or white space, whatever the folder is called. */
function safeUri(uri: string): string {
  const codes: Readonly<Record<string, string>> = { '(': '%28', ')': '%29', '#': '%23' }
  return uri.replace(/[()#<>\s\\"'`]/g, (c) => codes[c] ?? encodeURIComponent(c))
}
