/** Roles of parts that only their neighbours decide: titles, sections, boxes, captions, mastheads. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { plainNames } from './credit.ts'
import { goesOn, knownWordsIn, stopOf } from './evidence.ts'
import {
  isBoxTitle,
  isCaption,
  isContact,
  isMarkedSection,
  isMasthead,
  isNewspaper,
  isNote,
  isTeam,
  maySection,
} from './furniture.ts'
import type { Part } from './parts.ts'
import { isNumbered, looksLikeTitle } from './titles.ts'

const rules = expressions('furniture', { contents: '', pageBehind: '', captionWords: '' })

/** Settles the role of every part; `plain` is the page's plain form. Changes the parts in place. */
export function settleRoles(parts: Part[], plain: string, lexicon: Lexicon): void {
  const big = bigGap(parts)
  for (const [i, part] of parts.entries()) {
    // What stands behind a byline on its line is the paragraph, however short.
    const led = part.inline && parts[i - 1]?.lead === true
    if (part.role === 'text' && !led) part.role = ownRole(part.text, lexicon)
  }
  settleMasthead(parts, lexicon)
  settleFragments(parts, plain, lexicon)
  settleSections(parts, lexicon)
  settleNames(parts, lexicon)
  settleBoxes(parts, lexicon)
  settleCaptions(parts, big, lexicon)
}

/** From how many blank lines on a gap is more than the page's usual one: a picture stood there. */
export function bigGap(parts: readonly Part[]): number {
  const gaps = parts.filter((part) => !part.inline).map((part) => part.gap)
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 1
  return Math.max(2, usual + 2)
}

function ownRole(text: string, lexicon: Lexicon): Part['role'] {
  if (isMarkedSection(text, lexicon)) return isBoxTitle(text, lexicon) ? 'note' : 'section'
  if (isBoxTitle(text, lexicon) || isNote(text, lexicon)) return 'note'
  if (isContact(text, lexicon)) return 'contact'
  if (isMasthead(text, lexicon)) return 'masthead'
  if (isTeam(text, lexicon)) return 'byline'
  if (isCaption(text, lexicon)) return 'caption'
  return looksLikeTitle(text, lexicon) ? 'title' : 'text'
}

/** What stands between two masthead lines above the first article is masthead too: a slogan, a name. */
function settleMasthead(parts: Part[], lexicon: Lexicon): void {
  const body = parts.findIndex((part) => part.role === 'text' || part.role === 'byline')
  const head = parts.slice(0, body < 0 ? parts.length : body)
  const first = head.findIndex(isFurniture)
  const last = head.findLastIndex(isFurniture)
  for (const [i, part] of head.entries()) {
    if (part.role !== 'title') continue
    if (i > first && i < last && first >= 0) part.role = 'masthead'
    else if (isNewspaper(part.text, lexicon)) part.role = 'masthead'
  }
  for (const [i, part] of parts.entries()) {
    const near = [parts[i - 1], parts[i + 1]].some((other) => other?.role === 'masthead')
    if (part.role === 'title' && near && isNewspaper(part.text, lexicon)) part.role = 'masthead'
  }
}

function isFurniture(part: Part): boolean {
  return part.role === 'masthead' || part.role === 'contact'
}

/** A short line that looks like a title but is the rest, or the start, of a cut paragraph. */
function settleFragments(parts: Part[], plain: string, lexicon: Lexicon): void {
  const isKnown = knownWordsIn(plain)
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1]
    if (part.role !== 'title' || next?.role !== 'text' || next.inline) continue
    if (stopOf(part.text, lexicon) === undefined) continue
    const commas = part.text.split(',').length - 1
    const long = commas > 1 || (commas === 1 && part.text.length > 26)
    if (long && parts[i - 1]?.role === 'text') part.role = 'text'
    // `演练结束后,还举行了消防` + `安全主题…`: the page knows `消防安全`.
    if (goesOn(next.text, lexicon) || isKnown(part.text, next.text)) part.role = 'text'
  }
}

function settleSections(parts: Part[], lexicon: Lexicon): void {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]
    const next = parts[i + 1]
    if (part?.role !== 'title') continue
    const titleBefore = parts[i - 1]?.role === 'title'
    if (maySection(part.text, lexicon) && (next?.role === 'title' || next?.role === 'section')) {
      part.role = titleBefore && part.gap === 0 ? 'title' : 'section'
    } else if (next?.role === 'section') part.role = 'section'
  }
}

/** A line of names alone is a byline under a title or behind a text, with nothing else near. */
function settleNames(parts: Part[], lexicon: Lexicon): void {
  for (const [i, part] of parts.entries()) {
    if (part.role !== 'title') continue
    const names = plainNames(part.text, lexicon)
    if (names === undefined || names.length === 0) continue
    const next = parts[i + 1]
    const numbered = next?.role === 'title' && isNumbered(next.text, lexicon)
    const under = parts[i - 1]?.role === 'title' && (next?.role === 'text' || numbered)
    if (!under) continue
    part.role = 'byline'
    part.names = names.map((n) => ({
      ...n,
      start: n.start + part.span.start,
      end: n.end + part.span.start,
    }))
  }
}

/** The paragraph under `阅读提示` is the box's; `导读` is a list of short lines. */
function settleBoxes(parts: Part[], lexicon: Lexicon): void {
  const { contents, pageBehind } = rules(lexicon)
  for (const [i, part] of parts.entries()) {
    if (part.role !== 'note' || !isBoxTitle(part.text, lexicon)) continue
    let at = i + 1
    while (contents.test(part.text) && pageBehind.test(parts[at]?.text ?? '')) {
      const line = parts[at++]
      if (line !== undefined) line.role = 'note'
    }
    let open = true
    while (open) {
      const line = parts[at++]
      if (line?.role !== 'text' || goesOn(line.text, lexicon)) break
      line.role = 'note'
      open = stopOf(line.text, lexicon) !== undefined
    }
  }
}

function settleCaptions(parts: Part[], big: number, lexicon: Lexicon): void {
  for (const [i, part] of parts.entries()) {
    if (part.role === 'text' && isLooseSentence(parts, i, big, lexicon)) part.role = 'caption'
  }
  for (const [i, part] of parts.entries()) if (part.photo) captionBefore(parts, i, big, lexicon)
}

/** One short sentence by itself: under a picture's gap, above a byline, or inside a cut sentence. */
function isLooseSentence(
  parts: readonly Part[],
  i: number,
  big: number,
  lexicon: Lexicon,
): boolean {
  const part = parts[i]
  const before = parts[i - 1]
  const next = parts[i + 1]
  if (part === undefined || part.inline || goesOn(part.text, lexicon)) return false
  if (part.text.length > 50 || !/^[^。!?;…]+[。!?]?$/.test(part.text)) return false
  if (before?.role === 'title' && next?.role === 'byline' && next.lead) return true
  const cut = before?.role === 'text' && stopOf(before.text, lexicon) !== undefined
  if (cut && next?.role === 'text' && goesOn(next.text, lexicon)) return true
  if (part.gap < big) return false
  return before?.role === 'title' || cut || rules(lexicon).captionWords.test(part.text)
}

/**
 * A credit makes the text before it a caption: the cut first half of its sentence, or the whole
 * text above a line that is a credit only (`视觉中国 供图`).
 */
function captionBefore(parts: Part[], i: number, big: number, lexicon: Lexicon): void {
  const own = parts[i]
  if (own === undefined) return
  const bare = own.text.length <= 30 && !/[。!?]/.test(own.text)
  let first = i
  while (first > 0) {
    const before = parts[first - 1]
    const stops = before !== undefined && stopOf(before.text, lexicon) !== undefined
    if (before?.role !== 'text' || !(stops || (bare && first === i))) break
    first--
  }
  if (first === i) return
  const goes = parts.slice(i + 1, i + 3).some((p) => p.role === 'text' && goesOn(p.text, lexicon))
  const opened = parts[first - 1]?.role === 'title' || (parts[first]?.gap ?? 0) >= big
  if (!opened || (goes && !bare)) return
  for (const part of parts.slice(first, i)) part.role = 'caption'
}
