/** What a first reading of a page is sure of: its names, and where else on the page they stand. */
import type { FoundName, WeighedLine } from './line-decider.ts'

/** A line after its first reading. */
export interface ReadLine {
  readonly text: string
  readonly scored: WeighedLine
  /** By span of `scored` and type. */
  readonly probabilities: Float32Array
  /** The best way to read it. */
  readonly names: readonly FoundName[]
}

/** A string that is a name somewhere on the page. */
export interface PageName {
  readonly text: string
  /** By type: how probable it is where it is surest, where that is, and how probable it is at the next best place. */
  readonly best: Float32Array
  readonly place: Int32Array
  readonly next: Float32Array
  /** By type: where it is a name first, -1 for nowhere. */
  readonly first: Int32Array
  /** Places where it is more likely a name of the type than not. */
  readonly count: Uint16Array
  /** All places of the page where its text stands, as a name or not. */
  places: number
}

/** A place where the text of a page name stands. */
export interface NameHit {
  readonly start: number
  readonly end: number
  readonly name: PageName
}

/** From so probable on a span makes its string a name of the page. */
const sure = 0.5

export interface PageNames {
  /** Places of names in the line with this index, by start; hits overlap. */
  hitsOf(line: number): readonly NameHit[]
  named(text: string): PageName | undefined
  /** Longer names that have the part of the text in them. */
  longerThan(text: string, start: number, end: number): readonly PageName[]
}

/** Tells the spans of a page apart: a line has fewer than 65,536 characters, or its end counts for nothing. */
export function placeOf(line: number, start: number): number {
  return line * 65536 + Math.min(start, 65535)
}

export function pageNames(lines: readonly ReadLine[], width: number): PageNames {
  const names = new Map<string, PageName>()
  for (const [index, { text, names: found }] of lines.entries()) {
    for (const { start, end, type, probability } of found) {
      if (probability < sure) continue
      const name = bare(text, start, end)
      if (name.length < 2) continue
      note(names, name, { type, probability, place: placeOf(index, start), width })
    }
  }
  const byStart = new Map<number, PageName[]>()
  const byPart = new Map<number, PageName[]>()
  for (const name of names.values()) {
    push(byStart, pairAt(name.text, 0), name)
    if (name.text.length < 4) continue
    for (let at = 0; at + 1 < name.text.length; at++) push(byPart, pairAt(name.text, at), name)
  }
  const hitsIn = (text: string): NameHit[] => {
    const hits: NameHit[] = []
    for (let at = 0; at + 1 < text.length; at++) {
      for (const name of byStart.get(pairAt(text, at)) ?? none) {
        if (text.startsWith(name.text, at)) {
          hits.push({ start: at, end: at + name.text.length, name })
        }
      }
    }
    return hits
  }
  const hits = lines.map(({ text }) => hitsIn(text))
  for (const { name } of hits.flat()) name.places++
  return {
    hitsOf: (line) => hits[line] ?? [],
    named: (text) => names.get(text),
    longerThan(line, start, end) {
      const found = end - start < 2 ? undefined : byPart.get(pairAt(line, start))
      if (found === undefined) return none
      const part = line.slice(start, end)
      return found.filter(({ text }) => text.length > part.length && text.includes(part))
    },
  }
}

const none: readonly PageName[] = []

/** Without quotes around all of it. */
function bare(text: string, start: number, end: number): string {
  const isQuoted = /[“‘]/.test(text.charAt(start)) && /[”’]/.test(text.charAt(end - 1))
  return isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end)
}

function note(
  names: Map<string, PageName>,
  text: string,
  found: {
    readonly type: number
    readonly probability: number
    readonly place: number
    readonly width: number
  },
): void {
  const { type, probability, place, width } = found
  let name = names.get(text)
  if (name === undefined) {
    name = {
      text,
      best: new Float32Array(width),
      place: new Int32Array(width).fill(-1),
      next: new Float32Array(width),
      first: new Int32Array(width).fill(-1),
      count: new Uint16Array(width),
      places: 0,
    }
    names.set(text, name)
  }
  if (name.count[type] === 0) name.first[type] = place
  name.count[type] = (name.count[type] ?? 0) + 1
  if (probability > (name.best[type] ?? 0)) {
    name.next[type] = name.best[type] ?? 0
    name.best[type] = probability
    name.place[type] = place
  } else if (probability > (name.next[type] ?? 0)) name.next[type] = probability
}

function push(map: Map<number, PageName[]>, key: number, name: PageName): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [name])
  else if (known.at(-1) !== name) known.push(name)
}

/** Different pairs may share a number, which is small: maps find such keys quicker. */
function pairAt(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e5) ^ text.charCodeAt(at + 1)) & 0x3fffffff
}
