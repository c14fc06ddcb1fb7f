/** Giving a mention another type. */
import { t } from '../wording/messages.ts'
import type { Action } from './action.ts'
import { attributesFor, labelOfType, withOrWithout } from './attributes.ts'
import { ofMention, text } from './parameters.ts'
import { placed, sameSpans } from './placing.ts'
import { noMention, refused } from './refused.ts'
import { done, idAnswer } from './result.ts'
import { decidedRecord, targetOf } from './target.ts'

export const retype: Action<'retype'> = {
  description:
    'Gives the mention another type; a suggestion is accepted with it. Attributes and relations that the schema does not allow for the type go.',
  parameters: { ...ofMention, type: text('Name of a type of the schema.') },
  answer: idAnswer,
  // `type` says what it becomes, not what it is.
  run(_, { type, ...mentioned }, context) {
    const target = targetOf(mentioned)
    if (target === undefined) return noMention()
    const { corpus, document, mention } = target
    const { schema } = corpus
    if (!schema.types.some(({ name }) => name === type)) {
      return refused(t('The schema has no type “{0}”.', type))
    }
    const isThere = document.decided.some(
      (each) =>
        each.status !== 'rejected' &&
        each.type === type &&
        sameSpans(each.spans, mention.spans) &&
        (schema.overlap === true || each.record === mention.record),
    )
    if (isThere) {
      const typeName = labelOfType(schema, type)
      return refused(t('“{0}” is already marked as {1}.', mention.text, typeName))
    }
    const decided = decidedRecord(target, { status: 'accepted', type, attributes: {} }, context)
    const { everywhere: _name, ...accepted } = decided
    const attributes = attributesFor(mention.record?.attributes, schema, type)
    const record = withOrWithout(accepted, attributes)
    const label = t('“{0}” becomes {1}', mention.text, labelOfType(schema, type))
    return done(label, placed(target, record, mention.spans), mention.spans, record)
  },
}
