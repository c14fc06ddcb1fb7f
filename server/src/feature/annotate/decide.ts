/** What accepting and rejecting make of a mention, one by one and many at once. */
import type { SpanRecord } from '../../annotation/record/record.ts'
import type { PageEdit } from '../../corpus/snapshot/model.ts'
import { t } from '../wording/messages.ts'
import type { ActionContext } from './action.ts'
import { changesNothing, overlapped, relationsOf, sameSpans } from './placing.ts'
import { decidedRecord, type Target } from './target.ts'

export type Decided =
  | { readonly kind: 'record'; readonly record: SpanRecord; readonly edit: PageEdit }
  /** It was so already. */
  | { readonly kind: 'same' }
  /** Why it cannot be, in the interface language. */
  | { readonly kind: 'refused'; readonly message: string }

export type Decide = (target: Target, context: ActionContext) => Decided

/** An annotation, of which nobody is unsure any more. In a flat schema it may overlap no other one. */
export function acceptance(target: Target, context: ActionContext): Decided {
  const { corpus, document, mention } = target
  const others = overlapped(document, mention.spans).filter(({ record, type, spans }) =>
    corpus.schema.overlap === true
      ? type === mention.type && sameSpans(spans, mention.spans) && record !== mention.record
      : record !== mention.record,
  )
  const [other] = others
  if (other !== undefined) {
    return { kind: 'refused', message: t('“{0}” is annotated there already.', other.text) }
  }
  const decided = decidedRecord(target, { status: 'accepted' }, context)
  const { everywhere: _name, ...record } = sure(decided)
  return decision(target, record, [])
}

/** Remembered, so that it is not suggested again. Its relations go. */
export function rejection(target: Target, context: ActionContext): Decided {
  const record = sure(decidedRecord(target, { status: 'rejected' }, context))
  return decision(
    target,
    record,
    relationsOf(target.document, record.id).map(({ id }) => id),
  )
}

/** The same, of the name in the whole corpus. */
export function rejectionEverywhere(target: Target, context: ActionContext): Decided {
  const decided = rejection(target, context)
  if (decided.kind !== 'record') return decided
  return decision(target, { ...decided.record, everywhere: true }, decided.edit.drop)
}

function decision(
  { document, mention }: Target,
  record: SpanRecord,
  drop: readonly string[],
): Decided {
  if (changesNothing(mention.record, record)) return { kind: 'same' }
  return { kind: 'record', record, edit: { uri: document.uri, put: [record], drop } }
}

function sure({ unsure: _flag, ...record }: SpanRecord): SpanRecord {
  return record
}

/** The edits of several decisions, one for each page, in the order of their first ones. */
export function mergedEdits(edits: readonly PageEdit[]): readonly PageEdit[] {
  const byPage = new Map<string, PageEdit>()
  for (const edit of edits) {
    const { put = [], drop = [] } = byPage.get(edit.uri) ?? {}
    byPage.set(edit.uri, {
      uri: edit.uri,
      put: [...put, ...edit.put],
      drop: [...drop, ...edit.drop],
    })
  }
  return [...byPage.values()]
}
