/** The name that a record marks. */
import { oncePer } from '../../values/once-per.ts'
import type { SpanRecord } from './record.ts'

/** As it is read: pieces joined, line breaks left out. */
export function nameOf({ quote, marked }: Pick<SpanRecord, 'quote' | 'marked'>): string {
  return (marked ?? quote).join('').replace(/\s*\n\s*/g, '')
}

/** The name that `nameOf` makes of a whole record, remembered: of ten thousand records one action changes one. */
export const knownName = oncePer((record: SpanRecord) => nameOf(record))
