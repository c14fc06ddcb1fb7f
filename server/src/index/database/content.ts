/** The text of a page in the database: compressed, and of what is read in it only the pieces. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Piece } from '../../text/offset-map.ts'
import type { AttributesRow, PageContent, Unit } from './page-rows.ts'

export function packContent({ text, units, attributes }: PageContent): Uint8Array {
  const packed: Packed = {
    text,
    units: units.map((unit) => packUnit(unit, text)),
    ...(attributes.length === 0 ? {} : { attributes }),
  }
  return deflateRawSync(JSON.stringify(packed), { level: 6 })
}

/** `bytes` as `packContent` made them. */
export function unpackContent(bytes: Uint8Array): PageContent {
  const { text, units, attributes = [] }: Packed = JSON.parse(inflateRawSync(bytes).toString())
  return { text, units: units.map((unit) => unpackUnit(unit, text)), attributes }
}

interface Packed {
  readonly text: string
  readonly units: readonly PackedUnit[]
  readonly attributes?: readonly AttributesRow[]
}

/** Article or null, then the pieces: three numbers each. Behind them the text, where pieces with line breaks between do not give it. */
type PackedUnit = readonly [number | null, readonly number[], string?]

function packUnit({ article, text, pieces }: Unit, source: string): PackedUnit {
  const numbers = pieces.flatMap((piece) => [piece.logical, piece.source, piece.length])
  const isPlain = joined(pieces, source) === text
  return isPlain ? [article ?? null, numbers] : [article ?? null, numbers, text]
}

function unpackUnit([article, numbers, text]: PackedUnit, source: string): Unit {
  const pieces: Piece[] = []
  for (let i = 0; i < numbers.length; i += 3) {
    const [logical = 0, start = 0, length = 0] = numbers.slice(i, i + 3)
    pieces.push({ logical, source: start, length })
  }
  return { article: article ?? undefined, pieces, text: text ?? joined(pieces, source) }
}

function joined(pieces: readonly Piece[], source: string): string {
  let text = ''
  for (const piece of pieces) {
    text += '\n'.repeat(Math.max(0, piece.logical - text.length))
    text += source.slice(piece.source, piece.source + piece.length)
  }
  return text
}
