/** What people say of one mention and its entity: that it is another one, or that 该公司 means it. */
import type { SpanRecord } from '../../../annotation/record/record.ts'
import { nameOf } from '../../../annotation/record/record-name.ts'
import { describeSpans } from '../../../annotation/record/selectors.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionContext } from '../action.ts'
import { atPlace, ofMention, text } from '../parameters.ts'
import { movedTo, overlapped, placed, relationsOf, sameSpans } from '../placing.ts'
import { wholeSpans } from '../reading.ts'
import { noMention, refused } from '../refused.ts'
import { changed, done, idAnswer } from '../result.ts'
import { decidedRecord, type Target, targetOf } from '../target.ts'
import { thingAt } from '../thing-at.ts'
import { noEntity } from './said.ts'

export const unlink: Action<'unlink'> = {
  description:
    'Takes back that a person linked the mention, which is again what the program makes of it; where nobody did, takes it out of its entity. A suggestion is accepted; of a mention that names nothing by itself the annotation goes.',
  parameters: ofMention,
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const { mention, document } = target
    const { record } = mention
    const label = t('Unlink “{0}”', mention.text)
    if (record?.coreference === true) {
      const relations = relationsOf(document, record.id).map(({ id }) => id)
      const edit = { uri: document.uri, put: [], drop: [record.id, ...relations] }
      return { ...changed(label, { edit }, mention.spans), answer: { id: record.id } }
    }
    const after =
      record?.entity === undefined ? alone(target, context) : withoutLink(target, context)
    if (after === undefined) return refused(t('“{0}” is linked to nothing.', mention.text))
    return done(
      label,
      { edit: { uri: document.uri, put: [after], drop: [] } },
      mention.spans,
      after,
    )
  },
}

function withoutLink(target: Target, context: ActionContext): SpanRecord {
  const { entity: _linked, ...record } = decidedRecord(target, {}, context, ['entity'])
  return record
}

function alone(target: Target, context: ActionContext): SpanRecord | undefined {
  const { corpus, document, mention } = target
  if ((corpus.index.entityOf(document.path, mention)?.count ?? 0) < 2) return undefined
  const entity = `${mention.type}@${context.newId()}`
  return decidedRecord(target, { status: 'accepted', entity }, context)
}

export const markCoreference: Action<'markCoreference'> = {
  description:
    'Marks `range`, its pieces `ranges`, or the word at `position`, which names nothing by itself (“the company”, “this activity”), as a mention of an entity. It is neither a name of it nor suggested elsewhere.',
  parameters: { ...atPlace, entity: text('Id of the entity.') },
  answer: idAnswer,
  run(_, { place, position, range, ranges, entity: id }, context) {
    const { corpus, document } = place
    const entity = corpus.index.entity(corpus.index.rootOf(id) ?? id)
    if (entity === undefined) return noEntity()
    const chosen = ranges ?? (range === undefined || range.start === range.end ? [] : [range])
    const at = position ?? range?.start
    const spans =
      chosen.length > 0 ? wholeSpans(document, chosen) : at === undefined ? [] : thingAt(place, at)
    if (spans.length === 0) return refused(t('There is nothing to mark here.'))
    const { who, when, newId } = context
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
    return done(label, placed(place, record, spans), spans, record)
  },
}
