/** Parts of a page: lines, cut where a byline, a paragraph or a title begins or ends inside one. */
import type { Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import type { BlockKind } from '../model.ts'
import { bylineAtStart, bylineLine, type FoundName } from './byline.ts'
import { creditAtEnd } from './credit.ts'
import { contentLines, isBlank, isBreak, type Line, trimmed } from './lines.ts'

const rules = expressions('bylines', { photoStart: '', dispatch: '', onTitleLine: '' })

export type Role =
  | 'title'
  | 'text'
  | 'byline'
  | 'caption'
  | 'section'
  | 'note'
  | 'masthead'
  | 'contact'

/** A stretch of the page with one function; its role is settled step by step. */
export interface Part {
  span: Span
  /** Plain form, line breaks taken out. */
  text: string
  role: Role
  /** Blank lines above; 0 for a part that begins inside a line. */
  readonly gap: number
  readonly inline: boolean
  readonly indent: number
  /** Names in a byline or in a caption's credit, offsets in the page. */
  names: readonly FoundName[]
  /** A caption by its own words (`X 摄`, `图为`), not only by where it stands. */
  photo: boolean
  /** A byline that opens its paragraph (`记者X报道 正文`): the text behind it begins an article. */
  readonly lead: boolean
  /** The kind that a person gave it: no rule gives it another one. */
  decided?: BlockKind | undefined
  /** A person made it a title line of the article in which there is a part of this role. */
  titled?: Role | undefined
}

/** Cuts the plain form of a page into parts. Roles are `text`, `byline` or `caption` here. */
export function partsOf(plain: string, lexicon: Lexicon): Part[] {
  const parts: Part[] = []
  for (const line of wrappedLines(contentLines(plain))) {
    const first = parts.length
    let at = line.span.start
    for (const end of cuts(plain, line.span, lexicon)) {
      const span = trimmed(plain, at, end)
      if (span.start < span.end)
        addParts(parts, { plain, span, line, inline: parts.length > first }, lexicon)
      at = end
    }
  }
  return parts
}

interface Stretch {
  readonly plain: string
  readonly span: Span
  readonly line: Line
  /** Whether it begins inside its line. */
  readonly inline: boolean
}

function addParts(parts: Part[], { plain, span, line, inline }: Stretch, lexicon: Lexicon): void {
  const add = (from: number, to: number, role: Role, more: Partial<Part>): void => {
    const content = trimmed(plain, from, to)
    if (content.start >= content.end) return
    parts.push({
      span: content,
      text: flat(plain.slice(content.start, content.end)),
      role,
      gap: inline || from > span.start ? 0 : line.gap,
      inline: inline || from > span.start,
      indent: line.indent,
      names: [],
      photo: false,
      lead: false,
      ...more,
    })
  }
  const raw = plain.slice(span.start, span.end)
  const placed = (names: readonly FoundName[]): readonly FoundName[] =>
    names.map((n) => ({ ...n, start: n.start + span.start, end: n.end + span.start }))

  const whole = bylineLine(raw, lexicon)
  if (whole !== undefined && !rules(lexicon).photoStart.test(raw)) {
    add(span.start, span.end, 'byline', { names: placed(whole.names) })
    return
  }
  const credit = creditAtEnd(raw, lexicon)
  if (credit?.kind === 'photo') {
    add(span.start, span.end, 'caption', { names: placed(credit.names), photo: true })
    return
  }
  const opening = bylineAtStart(raw, lexicon)
  const bodyStart = opening === undefined ? span.start : span.start + opening.end
  const bodyEnd = credit === undefined ? span.end : span.start + credit.start
  if (opening !== undefined) {
    add(span.start, bodyStart, 'byline', { names: placed(opening.names), lead: true })
  }
  add(bodyStart, bodyEnd, 'text', {})
  if (credit !== undefined) add(bodyEnd, span.end, 'byline', { names: placed(credit.names) })
}

/** Ends of the stretches of a line; the last one is the line's end. */
function cuts(plain: string, span: Span, lexicon: Lexicon): readonly number[] {
  const { dispatch, onTitleLine } = rules(lexicon)
  const ends: number[] = []
  let depth = 0
  for (let i = span.start; i < span.end; i++) {
    const mark = plain[i]
    if (mark === '“' || mark === '(') depth++
    else if (mark === '”' || mark === ')') depth = Math.max(0, depth - 1)
    // `【主席之声】 培育…`: the section's name ends, but `【本报讯】` opens a byline.
    if (mark === '】' && ends.length === 0 && plain[span.start] === '【' && i - span.start < 14) {
      if (!dispatch.test(plain.slice(span.start, i))) ends.push(i + 1)
    }
    if (depth > 0 || !isBlank(plain.charCodeAt(i)) || isBreak(plain.charCodeAt(i))) continue
    const before = plain[i - 1] ?? ''
    let next = i
    while (next < span.end && isBlank(plain.charCodeAt(next))) next++
    const rest = plain.slice(next, next + 40)
    if (/[。!?…”]/.test(before) && /[。!?…]/.test(plain.slice(Math.max(0, i - 2), i))) {
      // `等等。 敞开南大门…`; a photo credit stays with its caption: `…就业。 某社记者 李某某 摄`.
      if (!isCreditRest(plain, next, span.end, lexicon)) ends.push(i)
    } else if (
      i - (ends.at(-1) ?? span.start) < 60 &&
      onTitleLine.test(rest) &&
      bylineLine(plain.slice(span.start, i), lexicon) === undefined &&
      bylineAtStart(plain.slice(ends.at(-1) ?? span.start, span.end).trimStart(), lexicon) ===
        undefined
    ) {
      // A title and the byline under it run together on one line.
      ends.push(i)
    }
    i = next - 1
  }
  ends.push(span.end)
  return ends
}

function isCreditRest(plain: string, from: number, end: number, lexicon: Lexicon): boolean {
  return end - from <= 40 && creditAtEnd(plain.slice(from, end), lexicon)?.kind === 'photo'
}

/** A paragraph that is broken at one width again and again is one line. */
function wrappedLines(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  for (let i = 0; i < lines.length; ) {
    let end = i + 1
    while (end < lines.length && lines[end]?.gap === 0) end++
    const run = lines.slice(i, end)
    const sizes = run.map((line) => line.span.end - line.span.start)
    const width = sizes.reduce((a, b) => Math.max(a, b), 0)
    const full = (k: number): boolean => (sizes[k] ?? 0) + (run[k]?.indent ?? 0) >= width - 2
    const wide = run.filter((_, k) => full(k)).length
    const wrapped = run.length >= 3 && width >= 12 && width <= 90 && wide * 2 >= run.length
    for (const [k, line] of run.entries()) {
      const last = out.at(-1)
      const indented = line.indent > (run[k - 1]?.indent ?? 0)
      if (wrapped && k > 0 && full(k - 1) && !indented && last !== undefined) {
        out[out.length - 1] = { ...last, span: { start: last.span.start, end: line.span.end } }
      } else out.push(line)
    }
    i = end
  }
  return out
}

/** One line of several: breaks and the blanks around them are taken out. */
export function flat(raw: string, between = ''): string {
  if (!/[\n\r\u2028\u2029]/.test(raw)) return raw
  return raw
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(between)
}

/**
 * Title lines with no blank line between them are one title on pages that set their paragraphs
 * apart by blank lines; elsewhere nothing can be told from it.
 */
export function mergeTitleLines(parts: readonly Part[]): readonly Part[] {
  const own = parts.filter((part) => !part.inline)
  if (own.filter((part) => part.gap > 0).length * 2 < own.length) return parts
  const out: Part[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (part.role === 'title' && last?.role === 'title' && part.gap === 0 && !part.inline) {
      const span = { start: last.span.start, end: part.span.end }
      out[out.length - 1] = { ...last, span, text: `${last.text} ${part.text}` }
    } else out.push(part)
  }
  return out
}
