/**
 * A fixed set of 500 corrections of the five pages: the text before and after each, and where a mention
 * stood and stands. Half of them change a mention. Both texts come from one page, so that the right
 * answer is known: the page is corrected, the text before has the fault that OCR makes.
 */
import fs from 'node:fs'
import type { Span } from '../../server/src/text/span.ts'
import { knownFaults } from './known-faults.ts'
import { type RandomNumbers, randomNumbers } from './random.ts'

/** A character of a text with its place on the page; -1 for one that the page does not have. */
interface Cell {
  readonly unit: string
  readonly origin: number
}

export interface Judged {
  readonly before: Span
  readonly after: Span
}

export interface Correction {
  readonly kind: string
  readonly inside: boolean
  readonly before: string
  readonly after: string
  /** The mention that was changed, or the one nearest to the change, then its neighbours. */
  readonly mentions: readonly Judged[]
}

interface Fault {
  readonly kind: string
  readonly inside: boolean
  /** The mention that it is about. */
  readonly target: Span
  /** Makes the fault in the text before, or (of joined lines) the correction in the one after. */
  readonly before: (cells: readonly Cell[]) => readonly Cell[]
  readonly after: (cells: readonly Cell[]) => readonly Cell[]
}

const folder = new URL('../../seeds/', import.meta.url)
export const pageTexts = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => fs.readFileSync(new URL(name, folder), 'utf8'))

/**
 * Stand-ins for mentions, found by form and therefore the same whatever recognisers become: quoted
 * names, titles, organisations, places, numbers, and the names behind 记者 and 主席.
 */
const mentionForm =
  /《[^《》\n]{2,24}》|(?<=“)[^“”\n]{2,12}(?=”)|[\u4e00-\u9fff]{2,3}[市县区](?:总工会)?|\d[\d.]*(?:[\u4e00-\u9fff%])|(?<=记者|主席|员)[\u4e00-\u9fff]{2,3}(?=[ 报说表])/g

export function mentionsOf(page: string): readonly Span[] {
  return [...page.matchAll(mentionForm)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }))
}

/** Each correction for itself. */
export function corrections(): readonly Correction[] {
  return faultsByPage().flatMap(({ page, faults }) =>
    faults.map((fault) => toCorrection(page, [fault], fault)),
  )
}

/** Twenty corrections of one page at once, as after an evening's work. */
export function evenings(): readonly Correction[] {
  return faultsByPage().flatMap(({ page, faults }) =>
    [0, 1, 2, 3, 4].flatMap((evening) => {
      const some = faults.filter((_, i) => i % 5 === evening)
      return some.map((fault) => toCorrection(page, some, fault))
    }),
  )
}

/** 100 for each page: the known faults, then random ones, alternately inside and outside mentions. */
function faultsByPage(): readonly { readonly page: string; readonly faults: readonly Fault[] }[] {
  return pageTexts.map((page, number) => {
    const random = randomNumbers(1000 + number)
    const mentions = mentionsOf(page)
    const faults = knownFaults
      .filter(([wrong]) => page.includes(wrong))
      .map(([wrong, right]) => knownFault(page, mentions, wrong, right))
    for (let i = 0; faults.length < 100; i++) faults.push(randomFault(page, mentions, i, random))
    return { page, faults }
  })
}

function toCorrection(page: string, all: readonly Fault[], one: Fault): Correction {
  const cells = Array.from({ length: page.length }, (_, i) => ({ unit: page.charAt(i), origin: i }))
  const before = all.reduce<readonly Cell[]>((made, fault) => fault.before(made), cells)
  const after = all.reduce<readonly Cell[]>((made, fault) => fault.after(made), cells)
  const index = mentionsOf(page).findIndex((span) => span.start === one.target.start)
  const near = mentionsOf(page).slice(Math.max(0, index - 3), index + 4)
  return {
    kind: one.kind,
    inside: one.inside,
    before: textOf(before),
    after: textOf(after),
    mentions: [one.target, ...near].flatMap((span) => {
      const was = placeOf(before, span)
      // A character that the fault took from an edge was not marked: it stays outside.
      const marked = was === undefined ? span : hullOf(before.slice(was.start, was.end))
      const is = placeOf(after, marked)
      return was === undefined || is === undefined ? [] : [{ before: was, after: is }]
    }),
  }
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ unit }) => unit).join('')
}

/** From the first to the last character that the mention has on the page. */
function placeOf(cells: readonly Cell[], span: Span): Span | undefined {
  const isIn = ({ origin }: Cell): boolean => span.start <= origin && origin < span.end
  const start = cells.findIndex(isIn)
  return start < 0 ? undefined : { start, end: cells.findLastIndex(isIn) + 1 }
}

/** The part of the page from which the cells come. */
function hullOf(cells: readonly Cell[]): Span {
  const origins = cells.map(({ origin }) => origin).filter((origin) => origin >= 0)
  return { start: Math.min(...origins), end: Math.max(...origins) + 1 }
}

const same = (cells: readonly Cell[]): readonly Cell[] => cells

function randomFault(
  page: string,
  mentions: readonly Span[],
  number: number,
  random: RandomNumbers,
): Fault {
  const target = mentions[random.below(mentions.length)] ?? { start: 0, end: 1 }
  const inside = number % 2 === 0
  if (!inside && number % 10 === 1) return movedParagraph(page, target, random)
  const reach = 1 + random.below(20)
  const place = inside
    ? target.start + random.below(target.end - target.start)
    : random.below(2) === 0
      ? Math.max(0, target.start - reach)
      : Math.min(page.length - 1, target.end + reach - 1)
  const hasNext = page.indexOf('\n', target.end) >= 0
  if (!inside && hasNext && (number % 10 === 3 || page[place] === '\n')) {
    return joinedLines(page, target)
  }
  const isEdge = inside && (place === target.start || place === target.end - 1)
  const draw = random.below(3)
  // What a fault lost at the edge of a name was not marked, and nobody can know that it belongs there.
  if (draw === 0 && !isEdge) {
    return { kind: 'lost', inside, target, before: without(place), after: same }
  }
  if (draw === 1) return { kind: 'doubled', inside, target, before: doubled(place), after: same }
  const drawn = '工会职业口士土日曰未末己已'.charAt(random.below(13))
  const wrong = drawn === page[place] ? '口' : drawn
  return { kind: 'wrong', inside, target, before: replaced(place, wrong), after: same }
}

const without = (place: number) => (cells: readonly Cell[]) =>
  cells.filter(({ origin }) => origin !== place)

const doubled = (place: number) => (cells: readonly Cell[]) =>
  cells.flatMap((cell) => (cell.origin === place ? [cell, { ...cell, origin: -1 }] : [cell]))

const replaced = (place: number, unit: string) => (cells: readonly Cell[]) =>
  cells.map((cell) => (cell.origin === place ? { unit, origin: place } : cell))

/** The paragraph of the mention stood elsewhere on the page. */
function movedParagraph(page: string, target: Span, random: RandomNumbers): Fault {
  const start = page.lastIndexOf('\n', target.start) + 1
  const lineEnd = page.indexOf('\n', target.end)
  const end = lineEnd < 0 ? page.length : lineEnd + 1
  const isIn = ({ origin }: Cell): boolean => start <= origin && origin < end
  const breaks = [...page.matchAll(/\n/g)]
    .map(({ index }) => index)
    .filter((at) => at < start - 1 || at >= end)
  const goal = breaks[random.below(breaks.length)] ?? 0
  const before = (cells: readonly Cell[]): readonly Cell[] => {
    const moved = cells.filter(isIn)
    const rest = cells.filter((cell) => !isIn(cell))
    const at = rest.findIndex(({ origin }) => origin === goal) + 1
    return [...rest.slice(0, at), ...moved, ...rest.slice(at)]
  }
  return { kind: 'moved', inside: false, target, before, after: same }
}

/** The line breaks behind the mention's line go: a column break inside a sentence is mended. */
function joinedLines(page: string, target: Span): Fault {
  const first = page.indexOf('\n', target.end)
  let end = first
  while (page[end] === '\n') end++
  const after = (cells: readonly Cell[]): readonly Cell[] =>
    cells.filter(({ origin }) => origin < first || origin >= end)
  return { kind: 'joined', inside: false, target, before: same, after: first < 0 ? same : after }
}

/** The page has this fault: here it is the text before. */
function knownFault(page: string, mentions: readonly Span[], wrong: string, right: string): Fault {
  const at = page.indexOf(wrong)
  const end = at + wrong.length
  const distance = ({ start, end: last }: Span): number => Math.max(start - end, at - last, 0)
  const target = mentions.reduce((best, span) => (distance(span) < distance(best) ? span : best))
  // The characters that both have in common at the ends keep their places.
  let head = 0
  while (wrong[head] === right[head] && head < wrong.length) head++
  let tail = 0
  while (tail < wrong.length - head && wrong.at(-1 - tail) === right.at(-1 - tail)) tail++
  const after = (cells: readonly Cell[]): readonly Cell[] => {
    const from = cells.findIndex(({ origin }) => origin === at + head)
    const old = cells.filter(({ origin }) => at + head <= origin && origin < end - tail)
    const fresh = [...right.slice(head, right.length - tail)].map((unit, i) => ({
      unit,
      origin: old[i]?.origin ?? -1,
    }))
    const place = from < 0 ? cells.length : from
    return [...cells.slice(0, place), ...fresh, ...cells.slice(place + old.length)]
  }
  const inside = target.start < end - tail && at + head < target.end
  return { kind: 'known', inside, target, before: same, after }
}
