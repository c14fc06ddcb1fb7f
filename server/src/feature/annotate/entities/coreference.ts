/** A word that names nothing by itself (该公司) means an entity, as a person says. */
import { mentionSpan } from '../../../annotation/record/mention.ts'
import type { SpanRecord } from '../../../annotation/record/record.ts'
import { nameOf } from '../../../annotation/record/record-name.ts'
import { describeSpans } from '../../../annotation/record/selectors.ts'
import { isKindOf } from '../../../annotation/schema/schema.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import type { Entity } from '../../../entity/model.ts'
import type { AtPlace } from '../../../protocol.ts'
import type { Span } from '../../../text/span.ts'
import { t } from '../../wording/messages.ts'
import type { Action } from '../action.ts'
import { atPlace, type InOffsets, text } from '../parameters.ts'
import { movedTo, overlapped, placed, sameSpans } from '../placing.ts'
import { wholeSpans } from '../reading.ts'
import { refused } from '../refused.ts'
import { done, idAnswer } from '../result.ts'
import { thingAt } from '../thing-at.ts'
import { noEntity } from './said.ts'

export const coreferenceTargets: Action<'coreferenceTargets'> = {
  asks: 'always',
  description:
    'Says which entities the words at `range`, `ranges` or `position` may mean: those that the page names before them, the nearest first, then the others of the page. Dates and figures are none.',
  parameters: atPlace,
  answer: '`{ "text", "targets": [{ "id", "type", "name", "aliases", "count" }] }`.',
  run(_, params) {
    const spans = meantSpans(params)
    const [first] = spans
    if (first === undefined) return refused(t('There is nothing to mark here.'))
    const { document } = params.place
    const { quote } = describeSpans(document.view, spans)
    const targets = near(params.place, first.start).map(({ id, type, name, aliases, count }) => ({
      ...{ id, type, name, aliases, count },
    }))
    return { kind: 'answer', answer: { text: nameOf({ quote }), targets } }
  },
}

export const markCoreference: Action<'markCoreference'> = {
  description:
    'Marks `range`, its pieces `ranges`, or the word at `position`, which names nothing by itself (“the company”, “this activity”), as a mention of an entity. It is neither a name of it nor suggested elsewhere.',
  parameters: { ...atPlace, entity: text('Id of the entity.') },
  answer: idAnswer,
  run(_, { entity: id, ...params }, { who, when, newId }) {
    const { corpus, document } = params.place
    const entity = corpus.index.entity(corpus.index.rootOf(id) ?? id)
    if (entity === undefined) return noEntity()
    const spans = meantSpans(params)
    if (spans.length === 0) return refused(t('There is nothing to mark here.'))
    const here = overlapped(document, spans).find((each) => sameSpans(each.spans, spans))
    const base: SpanRecord = here?.record ?? {
      ...{ kind: 'span', id: newId(), type: entity.type, status: 'accepted' },
      ...describeSpans(document.view, spans),
    }
    const record: SpanRecord = {
      ...movedTo(base, document, spans),
      ...{ type: entity.type, status: 'accepted', entity: entity.id, coreference: true, who, when },
    }
    const label = t('“{0}” means “{1}”', nameOf(record), entity.name)
    return done(label, placed(params.place, record, spans), spans, record)
  },
}

function meantSpans({ place, position, range, ranges }: InOffsets<AtPlace>): readonly Span[] {
  const chosen = ranges ?? (range === undefined || range.start === range.end ? [] : [range])
  if (chosen.length > 0) return wholeSpans(place.document, chosen)
  const at = position ?? range?.start
  return at === undefined ? [] : thingAt(place, at)
}

/** Entities of the page by their distance from a UTF-16 offset, those before it first. */
function near({ corpus, document }: PageOfCorpus, offset: number): readonly Entity[] {
  const named = document.mentions.filter(
    ({ status, type, record }) =>
      status !== 'rejected' &&
      record?.coreference !== true &&
      !nameless.some((each) => isKindOf(corpus.schema, type, each)),
  )
  const before = named.filter((mention) => mentionSpan(mention).end <= offset).toReversed()
  const behind = named.filter((mention) => mentionSpan(mention).start > offset)
  const entities = [...before, ...behind].flatMap(
    (mention) => corpus.index.entityOf(document.path, mention) ?? [],
  )
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()]
}

/** Types whose mentions nothing else means. */
const nameless = ['Date', 'Figure', 'Contact']
