/** An import before it is done: for each page what would come of it, item by item. */
import type { Annotations } from '../../annotation/placed/placed.ts'
import type { SpanRecord } from '../../annotation/record/record.ts'
import { describeSpans } from '../../annotation/record/selectors.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Format } from '../../exchange/format/format.ts'
import { type CompareOptions, comparePage, type ImportItem } from './compare.ts'
import type { IncomingPage } from './read.ts'

export interface PlannedPage {
  readonly document: Document
  /** To which the items are compared. */
  readonly annotations: Annotations
  readonly items: readonly ImportItem[]
  /** Into which layer; `undefined` for the agreed one. */
  readonly layer?: string
}

export type PlanOptions = Omit<CompareOptions, 'schema' | 'says' | 'format'> & {
  readonly format: Format
  schemaOf(document: Document): Schema
}

/** What several files say of one page is put together. */
export function planPage(
  document: Document,
  annotations: Annotations,
  incoming: readonly Pick<IncomingPage, 'records'>[],
  options: PlanOptions,
): PlannedPage {
  const { format, schemaOf, ...rest } = options
  const state = {
    view: document.view,
    records: annotations.records,
    isSuggested: suggestionsOf(document),
  }
  const says = {
    mentions: new Set<string>(format.holds.mentions),
    relations: new Set<string>(format.holds.relations ?? []),
  }
  const items = comparePage(
    incoming.map(({ records }) => records),
    state,
    { ...rest, format: format.name, schema: schemaOf(document), says },
  )
  return { document, annotations, items }
}

/** By page, in the order in which they were read. */
export function byDocument(
  pages: readonly IncomingPage[],
): ReadonlyMap<Document, readonly IncomingPage[]> {
  const found = new Map<Document, IncomingPage[]>()
  for (const page of pages) {
    const same = found.get(page.document)
    if (same === undefined) found.set(page.document, [page])
    else same.push(page)
  }
  return found
}

/** The suggestions of a page are made only when a file has suggestions. */
function suggestionsOf(document: Document): (record: SpanRecord) => boolean {
  let keys: ReadonlySet<string> | undefined
  const keyOf = (type: string, at: SpanRecord['at']): string => JSON.stringify([type, at])
  return ({ type, at }) => {
    keys ??= new Set(
      document.mentions
        .filter(({ record }) => record === undefined)
        .map((each) => keyOf(each.type, describeSpans(document.view, each.spans).at)),
    )
    return keys.has(keyOf(type, at))
  }
}
