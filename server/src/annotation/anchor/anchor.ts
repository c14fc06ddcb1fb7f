/**
 * Re-anchoring: where the records of a page are after its text changed. In this order: the text is
 * the same; a diff from the old text; the quote with its context; something like the quote; no place.
 */
import { lfView } from '../../text/code-points.ts'
import type { AnchoredRecord } from '../record/record.ts'
import { quoteAt, type TextView, textHash } from '../record/selectors.ts'
import type { Anchoring, Attempt } from './attempt.ts'
import { mapRecord, type OldText, oldTextOf, searchInNew } from './by-diff.ts'
import { quoteSearch } from './by-quote.ts'
import { grownSpans } from './edges.ts'
import type { Hit, Search } from './hit.ts'
import { settled } from './settle.ts'

export interface AnchorOptions {
  /** Hash of the text that the sidecar describes: its header's; `undefined` where it is not known. */
  readonly sha256: string | undefined
  /** The text with a hash, as far as it is known. */
  readonly textOf?: (sha256: string) => string | undefined
}

/** One answer for each record, in their order. Total, and the same each time. */
export function reanchor(
  records: readonly AnchoredRecord[],
  view: TextView,
  { sha256, textOf = () => undefined }: AnchorOptions,
): readonly Anchoring[] {
  const olds = new Map<string, OldText | undefined>()
  const oldText = (hash: string): OldText | undefined => {
    if (!olds.has(hash)) olds.set(hash, readOld(textOf(hash), hash, view))
    return olds.get(hash)
  }
  const search = quoteSearch(view)
  const attempts = records.map((record): Attempt => {
    const hash = record.of ?? sha256
    if (hash === view.sha256) return inSameText(record, view, search)
    const old = hash === undefined ? undefined : oldText(hash)
    if (old === undefined) return withoutOld(record, view, search)
    const mapped = record.anchor === 'orphan' ? undefined : mapRecord(record, old, view, search)
    if (mapped !== undefined) return grown(mapped, record, view)
    const found = again(
      bySearch(record, searchInNew(search, old), certainWhereNew),
      record,
      view,
      1,
    )
    // An orphan is offered every place, also those where other passages stand.
    return found.state === 'orphan' ? { ...found, hits: bySearch(record, search).hits } : found
  })
  // Nobody moved: nobody can have come to another's place.
  if (attempts.every(({ how }) => how === 'same')) {
    return attempts.map(({ how, state, sure, stored = [] }) => ({
      how,
      state,
      sure,
      at: stored,
      places: [],
    }))
  }
  return settled(records, attempts, view)
}

function readOld(text: string | undefined, hash: string, view: TextView): OldText | undefined {
  // A text that is not the one which was asked for would lead everything astray.
  if (text === undefined || textHash(text) !== hash) return undefined
  return oldTextOf(lfView(text), view)
}

function inSameText(record: AnchoredRecord, view: TextView, search: Search): Attempt {
  const stored = record.at
  const found = (): Attempt => bySearch(record, search)
  // Nothing came since it was an orphan: a place that it could have had, a person has to give it.
  if (record.anchor === 'orphan') return orphan(record, found().hits)
  const isThere = stored.every((range, i) => quoteAt(view, range) === record.quote[i])
  if (!isThere) return found()
  return { how: 'same', state: record.anchor ?? 'kept', sure: 1, hits: [], stored }
}

function withoutOld(record: AnchoredRecord, view: TextView, search: Search): Attempt {
  // Another passage may have said the same as ever.
  return again(bySearch(record, search), record, view, 2)
}

/** Of an orphan its own text may be back, or another one's: sure only where its context fits as well as `least`. */
function again(attempt: Attempt, record: AnchoredRecord, view: TextView, least: number): Attempt {
  const found = grown(attempt, record, view)
  const isDoubtful = record.anchor === 'orphan' && found.state === 'kept' && found.sure < least
  return isDoubtful ? { ...found, state: 'moved' } : found
}

function orphan(record: AnchoredRecord, hits: readonly Hit[]): Attempt {
  return { how: 'none', state: 'orphan', sure: 0, hits, stored: record.at }
}

/** Scores from which a quote counts as found, and the lead on the next best that it needs. */
const certain = { score: 0.8, lead: 0.25 }
/** Among places that are new on the page, of a text that is gone from its old one. */
const certainWhereNew = { score: 0.65, lead: 0.25 }
const likely = { score: 0.5, lead: 0.15 }
/** Of something like the quote. */
const similar = { score: 0.75, lead: 0.1 }
/** Shorter quotes are found exactly or not at all: of `上海`, one error leaves one character. */
const shortestSimilar = 4

function bySearch(record: AnchoredRecord, search: Search, sureBar = certain): Attempt {
  const exact = search.exact(record)
  const [first, second] = exact
  const leads = (best: Hit, next: Hit | undefined, bar: typeof certain): boolean =>
    best.score >= bar.score && best.score - (next?.score ?? 0) >= bar.lead
  if (first !== undefined) {
    const sure = first.score
    const isOnly = first.score === 1 && second?.score !== 1
    if (isOnly || leads(first, second, sureBar)) {
      return { how: 'quote', state: afterSearch(record), sure, hits: [first] }
    }
    if (leads(first, second, likely)) return { how: 'quote', state: 'moved', sure, hits: [first] }
  }
  const others = search.approximate(record)
  const [best, next] = others
  const isLong = [...(record.quote[0] ?? '')].length >= shortestSimilar
  if (exact.length === 0 && isLong && best !== undefined && leads(best, next, similar)) {
    return { how: 'approximate', state: 'changed', sure: best.score, hits: [best] }
  }
  return orphan(record, [...exact, ...others])
}

/** A mention that may have grown is shown as changed. */
function grown(attempt: Attempt, record: AnchoredRecord, { lf }: TextView): Attempt {
  const [hit] = attempt.hits
  if (attempt.state !== 'kept' || hit === undefined) return attempt
  const spans = grownSpans(lf, hit.spans, record)
  if (spans === undefined) return attempt
  return { ...attempt, state: 'changed', sure: 0.5, hits: [{ spans, score: hit.score }] }
}

/** A doubt about what was marked, or where, is not gone because the quote was found again. */
function afterSearch({ anchor, marked, quote }: AnchoredRecord): Anchoring['state'] {
  if (marked?.some((each, i) => each !== quote[i])) return 'changed'
  return anchor === 'moved' ? 'moved' : 'kept'
}
