/** The texts that files without text of their own were written for: a page's source or its logical text. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Format } from '../../exchange/format/format.ts'
import type { ReadPage } from '../../exchange/format/model.ts'
import { sameButBlanks } from '../../exchange/our-page/blanks.ts'
import { logicalMapOf } from '../../exchange/our-page/logical-side.ts'
import { type LogicalMap, logicalPage } from '../../exchange/our-page/logical-text.ts'
import { lfText } from '../../exchange/our-page/text-positions.ts'
import { pageToExport } from '../export/export-page.ts'
import type { Sides } from './sides.ts'

export interface PageTexts {
  /** LF newlines. */
  textOf(document: Document): string
  /** The map of `textOf`, or of what the page would be exported as now; `undefined` for none that fits `text`. */
  mapOf(document: Document, text: string): LogicalMap | undefined
  /** That of the page's texts which is `text` but for blanks; `undefined` for none. */
  formOf(document: Document, text: string): string | undefined
  restore(read: ReadPage, document: Document): ReadPage
  /** Mentions outside of a logical text whose source is another by now: only their old offsets are known. */
  lostOutside(document: Document, text: string): number
}

/** Whether a page's own logical text is to be tried: nothing says in which one it was written. */
export function ownLogical({ isEmpty }: Sides, { text }: Format): boolean {
  return isEmpty && text === 'logical'
}

/** `own`: what no side file says was written from the logical text as it would be now. */
export function pageTexts(sides: Sides, own: boolean): PageTexts {
  const made = new Map<Document, LogicalMap>()
  const ownMap = (document: Document): LogicalMap => {
    const map = made.get(document) ?? logicalMap(document)
    made.set(document, map)
    return map
  }
  const sourceOf = ({ view }: Document): string => view.lf
  return {
    textOf(document) {
      const side = sides.logical(document.path)
      return side?.text ?? (own ? ownMap(document).text : sourceOf(document))
    },
    mapOf(document, text) {
      const source = sourceOf(document)
      const side = sides.logical(document.path)
      if (side?.text === text) {
        const map = logicalMapOf(side, source)
        return fits(map, source) ? map : undefined
      }
      if (side !== undefined || text === source) return undefined
      const map = ownMap(document)
      return map.text === text ? map : undefined
    },
    formOf(document, text) {
      const forms = [
        () => sourceOf(document),
        () => sides.logical(document.path)?.text,
        () => ownMap(document).text,
      ]
      for (const form of forms) {
        const own = form()
        if (own !== undefined && sameButBlanks(own, text)) return own
      }
      return undefined
    },
    restore: (read, document) => sides.restore(read, document.path),
    lostOutside(document, text) {
      const side = sides.logical(document.path)
      if (side?.text !== text) return 0
      const source = sourceOf(document)
      const map = logicalMapOf(side, source)
      return fits(map, source) ? 0 : map.outside.length
    },
  }
}

function logicalMap(document: Document): LogicalMap {
  const { text, page } = document
  const source = pageToExport({ document, data: {} }, 'accepted')
  const { map } = logicalPage({ ...source, mentions: [], relations: [] }, page, lfText(text).toLf)
  return map
}

/** Whether the source is still the one of which the map was made: all pieces say the same. */
function fits({ text, map }: LogicalMap, source: string): boolean {
  return map.pieces.every(
    ({ logical, source: at, length }) =>
      text.slice(logical, logical + length) === source.slice(at, at + length),
  )
}
