/** Which pages have annotations of a rare kind, so that nobody looks through all pages for them. */
import type { PlacedRecord } from '../annotation/record/placed-record.ts'
import { SortedList } from '../values/sorted-list.ts'

/** `done`: a person says that the page is finished. `corrected`: its text was corrected. */
export type PageMark = 'done' | 'corrected'

export function pageMarks(records: readonly Pick<PlacedRecord, 'record'>[]): readonly PageMark[] {
  const isDone = records.some(({ record }) => record.kind === 'page' && record.what === 'done')
  const isCorrected = records.some(({ record }) => record.kind === 'correction')
  return [...(isDone ? (['done'] as const) : []), ...(isCorrected ? (['corrected'] as const) : [])]
}

export class MarkedPages {
  readonly #pages = new Map<string, readonly PageMark[]>()
  readonly #lists = { done: new SortedList(compare), corrected: new SortedList(compare) }

  put(page: string, marks: readonly PageMark[] = []): void {
    for (const mark of this.#pages.get(page) ?? []) this.#lists[mark].delete(page)
    for (const mark of marks) this.#lists[mark].add(page)
    if (marks.length === 0) this.#pages.delete(page)
    else this.#pages.set(page, marks)
  }

  /** In order. */
  pagesWith(mark: PageMark): readonly string[] {
    return [...this.#lists[mark].from(0)]
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
