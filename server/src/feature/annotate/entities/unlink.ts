/** A mention is not one of its entity. */
import type { SpanRecord } from '../../../annotation/record/record.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionContext } from '../action.ts'
import { ofMention } from '../parameters.ts'
import { relationsOf } from '../placing.ts'
import { noMention, refused } from '../refused.ts'
import { changed, done, idAnswer } from '../result.ts'
import { decidedRecord, type Target, targetOf } from '../target.ts'

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
