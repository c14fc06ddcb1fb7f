/** Which stretches of a line may be names at all: from edge to edge, within one clause, no mark without its partner. */
import { kinds } from './characters.ts'
import { type LineReader, margin } from './line.ts'

/** Longest name in UTF-16 units. */
export const longestName = 50

/** Spans of a line as two arrays, by start and then by end. */
export interface SpanList {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** A list that is filled. */
export class Spans implements SpanList {
  count = 0
  starts: Int32Array = new Int32Array(1024)
  ends: Int32Array = new Int32Array(1024)

  add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts)
      this.ends = grown(this.ends)
    }
    this.starts[this.count] = start
    this.ends[this.count++] = end
  }

  clear(): void {
    this.count = 0
  }
}

function grown(array: Int32Array): Int32Array {
  const more = new Int32Array(array.length * 2)
  more.set(array)
  return more
}

/** Fills `out` with the spans of the line that may be names. */
export function spansIn(line: LineReader, out: Spans): void {
  out.clear()
  const { length, isEdge, kinds: kindsOf, closing } = line
  for (let start = 0; start < length; start++) {
    if (((isEdge[start] ?? 0) & 1) === 0 || !mayBegin(kindsOf[start + margin] ?? 0)) continue
    const own = closing[start + margin] ?? -1
    const limit = Math.min(length, start + longestName, own < 0 ? length : own)
    for (let at = start; at < limit; at++) {
      const kind = kindsOf[at + margin] ?? 0
      const inside = closing[at + margin] ?? -1
      if (inside < 0 || inside === own) {
        if (isBarrier(line, at, kind)) break
      }
      // A mark that opens here takes everything up to its partner along.
      const partner = closing[at + margin + 1] ?? -1
      if (own < 0 && inside < 0 && partner > at) {
        if (partner >= start + longestName) break
        at = partner
        if (at >= length) break
      }
      if (((isEdge[at + 1] ?? 0) & 2) !== 0 && mayEnd(kindsOf[at + margin] ?? 0))
        out.add(start, at + 1)
    }
  }
}

function mayBegin(kind: number): boolean {
  return (
    (kind >= kinds.han && kind <= kinds.latin) || kind === kinds.opening || kind === kinds.other
  )
}

function mayEnd(kind: number): boolean {
  return (
    (kind >= kinds.han && kind <= kinds.latin) || kind === kinds.closing || kind === kinds.other
  )
}

/** Punctuation that no name goes over, outside of quotes; a comma or colon between digits (1,200) is none. */
function isBarrier({ kinds: kindsOf, raw }: LineReader, at: number, kind: number): boolean {
  if (kind === kinds.stop) return true
  const unit = raw[at + margin] ?? 0
  if (kind === kinds.listing) return unit !== slash
  if (kind === kinds.space) return unit !== blank
  if (unit !== comma && unit !== colon && unit !== semicolon) return false
  return !(kindsOf[at + margin - 1] === kinds.digit && kindsOf[at + margin + 1] === kinds.digit)
}

const slash = 0x2f
const blank = 0x20
const comma = 0x2c
const colon = 0x3a
const semicolon = 0x3b
