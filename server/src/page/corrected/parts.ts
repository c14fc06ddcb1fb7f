/** Parts as people corrected them: where blocks begin, of which kind they are, what goes on where. */

import type { Lexicon } from '../../values/lexicon.ts'
import { type DecidedJoins, undecided } from '../articles/decided-joins.ts'
import { bylineAtStart, bylineLine, type FoundName } from '../lines/byline.ts'
import { creditAtEnd, plainNames } from '../lines/credit.ts'
import type { Part, Role } from '../lines/parts.ts'
import { isTitleKind } from '../lines/titles.ts'
import type { BlockKind } from '../model.ts'
import type { Correction } from './correction.ts'
import { cutParts, mergeLines } from './cut.ts'
import { type JoinDecisions, joinDecisions } from './joins.ts'
import { type Places, placesOf } from './places.ts'

interface CorrectedParts {
  readonly parts: readonly Part[]
  readonly joins: DecidedJoins
  /** Title lines from elsewhere on the page: where they stand, no article begins. */
  readonly aside: ReadonlySet<Part>
}

/**
 * Applies the corrections of single blocks, in their order. Changes the parts that they are about in
 * place, and no others. Articles are corrected in `articles.ts`.
 */
export function correctParts(
  plain: string,
  parts: readonly Part[],
  corrections: readonly Correction[],
  lexicon: Lexicon,
): CorrectedParts {
  if (corrections.length === 0) return { parts, joins: undecided, aside: new Set() }
  const points = corrections.flatMap((one) => (one.kind === 'split' ? [one.at.start] : []))
  const lines = corrections.flatMap((one) => (one.kind === 'titles' ? one.lines : []))
  const cut = mergeLines(plain, cutParts(plain, parts, points), lines, points)
  const work: Work = {
    plain,
    lexicon,
    places: placesOf(cut),
    joins: joinDecisions(),
    aside: new Set(),
  }
  for (const correction of corrections) apply(work, correction)
  return { parts: cut, joins: work.joins, aside: work.aside }
}

/** Role of a part that is to become a block of a kind. */
function roleOf(kind: BlockKind): Role {
  if (kind === 'paragraph') return 'text'
  return isTitleKind(kind) || kind === 'crosshead' ? 'title' : kind
}

interface Work {
  readonly plain: string
  readonly lexicon: Lexicon
  readonly places: Places
  readonly joins: JoinDecisions
  readonly aside: Set<Part>
}

function apply(work: Work, correction: Correction): void {
  const { places, joins } = work
  switch (correction.kind) {
    case 'split': {
      const part = places.first({ start: correction.at.start, end: work.plain.length })
      // The point lies in white space inside a part, where nothing was cut.
      if (part === undefined || part.span.start < correction.at.start - 1) return
      const before = places.before(part)
      if (before !== undefined) joins.separate(before, part)
      if (correction.block !== undefined) decide(work, part, correction.block)
      return
    }
    case 'kind':
      for (const part of places.meant(correction.block)) decide(work, part, correction.value)
      return
    case 'join': {
      const from = places.last(correction.from)
      const to = places.first(correction.to)
      if (from === undefined || to === undefined || from === to) return
      if (correction.value) joins.join(from, to)
      else joins.separate(from, to)
      return
    }
    case 'titles':
      makeTitles(work, correction)
      return
    case 'byline':
      for (const part of new Set(correction.names.flatMap((name) => places.meant(name)))) {
        if (isNamesOnly(work, part, correction)) decide(work, part, 'byline')
      }
      return
    case 'article':
      return
  }
}

function decide({ plain, lexicon, aside }: Work, part: Part, kind: BlockKind): void {
  const role = roleOf(kind)
  if (part.role !== role) {
    const { names, photo } = namesAs(role, plain.slice(part.span.start, part.span.end), lexicon)
    const { start } = part.span
    part.names = names.map((n) => ({ ...n, start: n.start + start, end: n.end + start }))
    part.photo = photo
    part.role = role
  }
  part.decided = kind
  part.titled = undefined
  aside.delete(part)
}

function namesAs(
  role: Role,
  raw: string,
  lexicon: Lexicon,
): { readonly names: readonly FoundName[]; readonly photo: boolean } {
  const credit = role === 'byline' || role === 'caption' ? creditAtEnd(raw, lexicon) : undefined
  const photo = credit?.kind === 'photo'
  if (role === 'caption' && photo) return { names: credit?.names ?? [], photo }
  if (role !== 'byline') return { names: [], photo: false }
  const parsed = bylineLine(raw, lexicon) ?? bylineAtStart(raw, lexicon)
  return { names: parsed?.names ?? plainNames(raw, lexicon) ?? credit?.names ?? [], photo: false }
}

function makeTitles(work: Work, correction: Correction & { readonly kind: 'titles' }): void {
  const { places, aside } = work
  const article = places.first(correction.article)
  const lines = new Set(correction.lines.flatMap((line) => places.meant(line)))
  for (const part of [...lines].sort((a, b) => a.span.start - b.span.start)) {
    const own = isTitleKind(part.decided) ? part.decided : undefined
    decide(work, part, own ?? 'headline')
    part.decided = own
    part.titled = article?.role ?? 'text'
    // An article begins with a line above it or under its first lines, not with one from elsewhere.
    const isAbove = article === undefined || part.span.start <= article.span.start
    const before = places.before(part)
    const follows = before?.role === 'title' && !aside.has(before)
    if (!isAbove && !follows) aside.add(part)
  }
}

/** A line is a byline if names are half of it or more: in a paragraph they are its text. */
function isNamesOnly(
  { plain }: Work,
  { span, decided }: Part,
  { names }: Correction & { readonly kind: 'byline' },
): boolean {
  if (decided !== undefined) return false
  const size = (start: number, end: number): number =>
    plain.slice(start, Math.max(start, end)).replace(/\s/g, '').length
  const named = names.reduce(
    (sum, { start, end }) => sum + size(Math.max(start, span.start), Math.min(end, span.end)),
    0,
  )
  return named * 2 >= size(span.start, span.end)
}
