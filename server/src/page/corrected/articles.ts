/** Articles as people corrected them: which blocks they have, in which order, by whom they are. */

import type { Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { type DecidedJoins, jointOf } from '../articles/decided-joins.ts'
import type { Draft } from '../articles/drafts.ts'
import { trimmed } from '../lines/lines.ts'
import type { Part } from '../lines/parts.ts'
import { isTitleKind } from '../lines/titles.ts'
import type { BylineName } from '../model.ts'
import { continueAt } from './continue.ts'
import type { Correction } from './correction.ts'
import { placesOf } from './places.ts'
import { attach, detach, draftOf, insertBySource, newDraft, type Shelf, shelfOf } from './shelf.ts'

interface ArticleCorrections {
  readonly corrections: readonly Correction[]
  /** What the corrections say of joins. */
  readonly joins: DecidedJoins
  readonly lexicon: Lexicon
}

/**
 * Applies the corrections of articles, in their order. Changes `drafts`, whose order
 * is that of the articles, and the parts in them. Returns whether a person put two parts into
 * different articles.
 */
export function correctArticles(
  text: string,
  parts: readonly Part[],
  drafts: Draft[],
  { corrections, joins, lexicon }: ArticleCorrections,
): (one: Part, other: Part) => boolean {
  if (corrections.length === 0) return () => false
  const given = new Set<Part>()
  const places = placesOf(parts)
  const shelf = shelfOf(drafts)
  for (const correction of corrections) {
    if (correction.kind === 'join') {
      const from = places.last(correction.from)
      const to = places.first(correction.to)
      // A decision that a later one took back moves nothing.
      if (from !== undefined && to !== undefined && joins.before.get(to) === from) {
        continueAt(
          shelf,
          from,
          to,
          (before, next) => jointOf(joins, before, next, lexicon) === 'join',
        )
      }
    } else if (correction.kind === 'article') {
      const blocks = new Set(correction.blocks.flatMap((block) => places.meant(block)))
      const place = places.first(correction.article)
      if (place === undefined || blocks.size === 0) continue
      give(shelf, place, blocks)
      for (const part of blocks) given.add(part)
    } else if (correction.kind === 'titles' || correction.kind === 'byline') {
      const place = places.first(correction.article)
      if (place === undefined) continue
      if (correction.kind === 'titles') {
        const lines = correction.lines.flatMap((line) => places.meant(line))
        setTitles(shelf, place, correction.lines.length === 0, new Set(lines))
      } else {
        const named = correction.names.flatMap((name) => places.meant(name))
        setByline(shelf, place, namesIn(text, correction.names), new Set(named))
      }
    }
  }
  return (one, other) =>
    (given.has(one) || given.has(other)) && shelf.owner.get(one) !== shelf.owner.get(other)
}

function give(shelf: Shelf, place: Part, blocks: ReadonlySet<Part>): void {
  const isNew = blocks.has(place)
  const wasTitle = new Set([...blocks].filter((part) => isTitleOf(shelf, part)))
  const draft = isNew ? newDraft(shelf, [...blocks]) : draftOf(shelf, place)
  for (const part of blocks) {
    // A part that is in the article already keeps its place among the others.
    if (shelf.owner.get(part) === draft) continue
    detach(shelf, part)
    attach(shelf, draft, part, wasTitle.has(part))
  }
}

function isTitleOf({ owner }: Shelf, part: Part): boolean {
  return owner.get(part)?.titles.includes(part) ?? false
}

function setTitles(shelf: Shelf, place: Part, none: boolean, lines: ReadonlySet<Part>): void {
  // A later correction may have made something else of a line.
  const titles = [...lines].filter((part) => part.titled !== undefined)
  if (titles.length === 0 && !none) return
  const draft = draftOf(shelf, place)
  const last = titles.reduce((end, { span }) => Math.max(end, span.end), 0)
  for (const part of [...draft.titles].reverse()) {
    if (lines.has(part)) continue
    detach(shelf, part)
    if (isTitleKind(part.decided)) part.decided = undefined
    if (titles.length > 0 && part.span.start >= last) {
      shelf.owner.set(part, draft)
      draft.body.unshift(part)
    } else part.role = 'section'
  }
  for (const part of titles) {
    detach(shelf, part)
    shelf.owner.set(part, draft)
    draft.titles.push(part)
  }
}

function setByline(
  shelf: Shelf,
  place: Part,
  names: readonly BylineName[],
  named: ReadonlySet<Part>,
): void {
  const draft = draftOf(shelf, place)
  draft.names = names
  for (const part of named) {
    if (part.role !== 'byline' || shelf.owner.get(part) === draft) continue
    detach(shelf, part)
    shelf.owner.set(part, draft)
    insertBySource(draft.body, part)
  }
}

function namesIn(text: string, spans: readonly Span[]): readonly BylineName[] {
  return spans.flatMap(({ start, end }) => {
    const span = trimmed(text, start, end)
    const name = text.slice(span.start, span.end).replace(/\s/g, '')
    return name === '' ? [] : [{ name, span }]
  })
}
