/** Re-anchoring by diff: where a record's ranges of the old text are in the new one. */
import { type CodePointMap, codePointMap } from '../../text/code-points.ts'
import type { Match } from '../../text/diff/align.ts'
import { diffTexts, type MappedSpan, mapThrough } from '../../text/diff/diff.ts'
import { type Edit, enclosingEdit } from '../../text/edit.ts'
import { containsSpan, type Span } from '../../text/span.ts'
import type { AnchoredRecord } from '../record/record.ts'
import type { TextView } from '../record/selectors.ts'
import type { Attempt } from './attempt.ts'
import type { Hit, Search } from './hit.ts'
import { type MovedPassage, movedPassages } from './moved-passages.ts'

/** The text that a sidecar describes, with its way to the new one. */
export interface OldText {
  readonly lf: string
  readonly map: CodePointMap
  readonly matches: readonly Match[]
  readonly moved: readonly MovedPassage[]
  /** Outside of it no character was edited. */
  readonly edit: Edit
  /** Units of a span of the new text that were in the old one, at its place or elsewhere. */
  readonly keptOf: (span: Span) => number
}

export function oldTextOf(lf: string, view: TextView): OldText {
  const matches = diffTexts(lf, view.lf)
  const backwards = matches.map((one) => ({ ...one, old: one.new, new: one.old }))
  const ends = { old: lf.length, new: view.lf.length }
  const keptOfOld = (span: Span): number => mapThrough(matches, span, ends).kept
  const keptOf = (span: Span): number =>
    mapThrough(backwards, span, { old: ends.new, new: ends.old }).kept
  const moved = movedPassages(lf, view.lf, { old: keptOfOld, new: keptOf })
  const edit = enclosingEdit(lf, view.lf)
  return { lf, map: codePointMap(lf), matches, moved, edit, keptOf }
}

/** `undefined` where the text of the record is gone, or never was what the record says. */
export function mapRecord(
  record: AnchoredRecord,
  old: OldText,
  view: TextView,
  search: Search,
): Attempt | undefined {
  const spans = record.at.map(([start, end]) => ({
    start: old.map.toOffset(start),
    end: old.map.toOffset(end),
  }))
  if (spans.some(({ start, end }, i) => old.lf.slice(start, end) !== record.quote[i]))
    return undefined
  const untouched = besides(spans, old.edit)
  if (untouched !== undefined) {
    const hits = [{ spans: untouched, score: 1 }]
    return { how: 'diff', state: record.anchor ?? 'kept', sure: 1, hits }
  }
  const parts = spans.map((span, i) => mapPart(span, record.quote[i] ?? '', old, view))
  const found = parts.filter((part) => part !== undefined)
  if (found.length < parts.length) return undefined
  const hits = [{ spans: found.map(({ span }) => span), score: 1 }]
  const isSame = found.every(({ same }) => same)
  const isSupported = found.every(({ supported }) => supported)
  if (!isSame || !isSupported || !isAmongItsOwn(record, view.lf, hits[0]?.spans ?? [])) {
    // The passage may have moved, and something like it stands in its old place; or the same words
    // came right beside it, and the diff took the ones for the others.
    const [better] = searchInNew(search, old)
      .exact(record)
      .filter(({ spans: others }) => others[0]?.start !== hits[0]?.spans[0]?.start)
    const here = isSame && isSupported ? search.contextAt(record, hits[0]?.spans ?? []) : 0.65
    if (better !== undefined && better.score >= here + 0.15) return undefined
    if (better !== undefined && isSame && better.score > here - 0.15) {
      return { how: 'diff', state: 'moved', sure: 0.5, hits }
    }
  }
  const sure = found.reduce((least, part) => Math.min(least, part.sure), 1)
  if (isSame) return { how: 'diff', state: record.anchor ?? 'kept', sure, hits }
  const texts = found.map(({ span }) => view.lf.slice(span.start, span.end))
  const isAgain = record.marked?.every((each, i) => isSameText(each, texts[i])) ?? false
  return { how: 'diff', state: isAgain ? 'kept' : 'changed', sure, hits }
}

/** Where spans are that the edit does not touch, whatever it did. */
function besides(spans: readonly Span[], { span, text }: Edit): readonly Span[] | undefined {
  if (!spans.every(({ start, end }) => end <= span.start || start >= span.end)) return undefined
  const grown = text.length - (span.end - span.start)
  return spans.map(({ start, end }) =>
    end <= span.start ? { start, end } : { start: start + grown, end: end + grown },
  )
}

/** Whether a few characters on either side are what they were. */
function isAmongItsOwn(
  { prefix, suffix }: AnchoredRecord,
  lf: string,
  spans: readonly Span[],
): boolean {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0]
  return (
    lf.slice(Math.max(0, start - around), start).endsWith(prefix.slice(-around)) &&
    lf.startsWith(suffix.slice(0, around), end)
  )
}

/** A search in what is new: a place that the diff gave to another passage of the old text is not free. */
export function searchInNew(search: Search, { keptOf }: OldText): Search {
  const isNew = ({ spans }: Hit): boolean =>
    spans.every((span) => span.start === span.end || keptOf(span) < (span.end - span.start) / 2)
  return {
    ...search,
    exact: (anchor) => search.exact(anchor).filter(isNew),
    approximate: (anchor) => search.approximate(anchor).filter(isNew),
  }
}

interface MappedPart {
  readonly span: Span
  /** Whether it says what it said. */
  readonly same: boolean
  /** Whether what stood around it still does, at least partly. */
  readonly supported: boolean
  readonly sure: number
}

function mapPart(span: Span, quote: string, old: OldText, view: TextView): MappedPart | undefined {
  const passage = old.moved.find((each) => containsSpan(each.old, span))
  if (passage === undefined) return mapIn(old.lf, view.lf, old.matches, span, quote)
  const { start } = passage.old
  const part = mapIn(
    old.lf.slice(start, passage.old.end),
    view.lf.slice(passage.new.start, passage.new.end),
    passage.matches,
    { start: span.start - start, end: span.end - start },
    quote,
  )
  if (part === undefined) return undefined
  const moved = {
    start: part.span.start + passage.new.start,
    end: part.span.end + passage.new.start,
  }
  return { ...part, span: moved, sure: Math.min(part.sure, 0.95) }
}

/** Units on either side that must partly be there still. */
const around = 8

function mapIn(
  before: string,
  after: string,
  matches: readonly Match[],
  span: Span,
  quote: string,
): MappedPart | undefined {
  const ends = { old: before.length, new: after.length }
  const mapped = mapThrough(matches, span, ends)
  const wider = {
    start: Math.max(0, span.start - around),
    end: Math.min(before.length, span.end + around),
  }
  const context = mapThrough(matches, wider, ends).kept - mapped.kept
  const possible = wider.end - wider.start - (span.end - span.start)
  const supported = context >= possible / 3
  const text = after.slice(mapped.start, mapped.end)
  if (isSameText(text, quote)) {
    // Nothing stays nothing wherever it is: only its surroundings tell.
    if (quote === '' && !supported) return undefined
    return { span: mapped, same: true, supported, sure: supported ? 1 : 0.8 }
  }
  const slid = slide(mapped, quote, after)
  if (slid !== undefined) return { span: slid, same: true, supported, sure: 0.95 }
  if (text.trim() === '' || !supported) return undefined
  const likeness = (2 * mapped.kept) / (quote.length + text.length)
  if (likeness >= 0.5) return { span: mapped, same: false, supported, sure: likeness }
  // All of it was replaced: only where both sides stayed, and by something of its size.
  const isTight = mapped.exact && context >= possible * 0.75 && text.length <= 2 * quote.length + 2
  return isTight ? { span: mapped, same: false, supported, sure: 0.4 } : undefined
}

/**
 * Of `工工会` one `工` was taken out, and the diff cannot know which: the quote may begin or end a
 * little beside where it was mapped to.
 */
function slide(mapped: MappedSpan, quote: string, lf: string): Span | undefined {
  if (mapped.kept === 0) return undefined
  const from = Math.max(0, mapped.end - quote.length)
  const window = lf.slice(from, Math.max(mapped.start, from) + quote.length)
  const first = window.indexOf(quote)
  if (first < 0 || window.indexOf(quote, first + 1) >= 0) return undefined
  return { start: from + first, end: from + first + quote.length }
}

/** Also in another Unicode normal form, and where lines were joined inside a name: `货⏎车司机`. */
function isSameText(a: string, b: string | undefined): boolean {
  return a === b || (b !== undefined && asRead(a) === asRead(b))
}

function asRead(text: string): string {
  return text.normalize('NFC').replace(/\n[ \t\u3000\n]*/g, '')
}
