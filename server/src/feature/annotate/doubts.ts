/** Settling what a change of the text made uncertain: it belongs here, it is right as it is, it goes. */

import { confirmed } from '../../annotation/anchor/sidecar.ts'
import {
  type AnchoredRecord,
  type AnnotationRecord,
  isAnchored,
} from '../../annotation/record/record.ts'
import { describeSpans } from '../../annotation/record/selectors.ts'
import type { PageEdit, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { t } from '../wording/messages.ts'
import { wordsOf } from '../wording/record-words.ts'
import type { Action, Edits } from './action.ts'
import { ofRecord, optional, range, ranges } from './parameters.ts'
import { overlapped } from './placing.ts'
import { type Refused, refused } from './refused.ts'
import { recordsOf } from './target.ts'

export const putHere: Action<'putHere'> = {
  description:
    'Puts the annotation `id`, whose place was lost or is in doubt, at `range` or `ranges`.',
  parameters: { ...ofRecord, range: optional(range()), ranges: optional(ranges()) },
  run(_, params, { who, when }) {
    const { place } = params
    const record = recordsOf(place).get(params.id)
    const spans = params.ranges ?? (params.range === undefined ? [] : [params.range])
    const filled = spans.filter(({ start, end }) => start < end)
    if (record === undefined) return gone()
    if (!isAnchored(record) || filled.length === 0) {
      return refused(t('Select the text to which it belongs.'))
    }
    if (isTaken(place, record, filled)) return refused(t('Another annotation stands there.'))
    return edited(place, t('Put “{0}” here', wordsOf(record)), {
      put: [{ ...settled(record, place, filled), who, when }],
      drop: [],
      at: filled[0],
    })
  },
}

export const confirm: Action<'confirm'> = {
  description: 'Confirms that the annotation `id`, which is in doubt, is right as it is.',
  parameters: ofRecord,
  run(_, { place, id }, { who, when }) {
    const record = recordsOf(place).get(id)
    const placed = place.document.annotations.records.find((each) => each.record === record)
    // A piece of which nothing is left is none.
    const spans = placed?.spans.filter(({ start, end }) => start < end) ?? []
    if (record === undefined) return gone()
    if (!isAnchored(record) || spans.length === 0) {
      return refused(t('Select the text to which it belongs.'))
    }
    if (isTaken(place, record, spans)) return refused(t('Another annotation stands there.'))
    return edited(place, t('Confirm “{0}”', wordsOf(record)), {
      put: [{ ...settled(record, place, spans), who, when }],
      drop: [],
      at: spans[0],
    })
  },
}

export const drop: Action<'drop'> = {
  description: 'Takes the annotation, correction or relation `id` away, and relations with it.',
  parameters: ofRecord,
  run(_, { place, id }) {
    const record = recordsOf(place).get(id)
    if (record === undefined) return gone()
    const relations = place.document.annotations.records.flatMap(({ record: other }) =>
      other.kind === 'relation' && (other.from === record.id || other.to === record.id)
        ? [other.id]
        : [],
    )
    return edited(place, t('Drop “{0}”', wordsOf(record)), {
      put: [],
      drop: [record.id, ...relations],
      at: undefined,
    })
  },
}

/** In a flat schema a mention takes no text in which another one stands. */
function isTaken(
  { corpus, document }: PageOfCorpus,
  record: AnnotationRecord,
  spans: readonly Span[],
): boolean {
  if (corpus.schema.overlap === true || record.kind !== 'span' || record.status === 'rejected') {
    return false
  }
  return overlapped(document, spans).some((each) => each.record?.id !== record.id)
}

function gone(): Refused {
  return refused(t('That annotation is not there any more.'))
}

function edited(
  { document }: PageOfCorpus,
  label: string,
  { at, ...edit }: Pick<PageEdit, 'put' | 'drop'> & { readonly at: Span | undefined },
): Edits {
  return {
    kind: 'edits',
    label,
    edits: [{ uri: document.uri, ...edit }],
    ...(at === undefined ? {} : { select: { uri: document.uri, span: at } }),
  }
}

function settled(record: AnchoredRecord, { document }: PageOfCorpus, spans: readonly Span[]) {
  return confirmed(record, describeSpans(document.view, spans).at, document.view)
}
