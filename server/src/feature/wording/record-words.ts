/** A record named by its words, for labels and lists. */
import { type AnnotationRecord, isAnchored } from '../../annotation/record/record.ts'

/** What a person remembers a record by, short. */
export function wordsOf(record: AnnotationRecord): string {
  const quote = isAnchored(record) ? (record.marked ?? record.quote) : []
  const text = quote.join('…').replace(/\s+/g, ' ')
  const characters = [...text.slice(0, 60)]
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : text
}
