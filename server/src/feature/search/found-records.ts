/** What was found in a snapshot as records, in the order in which it is shown. */
import { groupBy } from '../../values/group-by.ts'
import type { FoundHit } from './found.ts'
import { recordsOf, type SearchRecord } from './records.ts'

/** Characters on each side. */
const context = 40

export function foundRecords(hits: readonly FoundHit[]): readonly SearchRecord[] {
  const records = new Map<FoundHit, SearchRecord>()
  for (const [document, here] of groupBy(hits, (hit) => hit.document)) {
    const [first] = here
    if (first === undefined) continue
    const { source, page } = first
    const content = { text: document.text, units: [], attributes: [] }
    const found = recordsOf(source, page, { content, hits: here.map(({ hit }) => hit), context })
    for (const [i, hit] of here.entries()) {
      const record = found[i]
      if (record !== undefined) records.set(hit, record)
    }
  }
  return hits.flatMap((hit) => records.get(hit) ?? [])
}
