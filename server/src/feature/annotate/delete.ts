/** Taking an annotation away, with its relations. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import { t } from '../wording/messages.ts'
import type { Action } from './action.ts'
import { ofMention } from './parameters.ts'
import { relationsOf } from './placing.ts'
import { noMention, refused } from './refused.ts'
import { targetOf } from './target.ts'

export const deleteMention: Action<'delete'> = {
  description:
    'Takes the annotation away, and relations with it. What the recogniser suggests there comes back as a suggestion; suggestions themselves are rejected, not deleted.',
  parameters: ofMention,
  run(_, params) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const { document, mention } = target
    const { record } = mention
    if (record === undefined) return refused(t('A suggestion is rejected, not deleted.'))
    const drop = [record.id, ...relationsOf(document, record.id).map(({ id }) => id)]
    return {
      kind: 'edits',
      label: t('Delete “{0}”', mention.text),
      edits: [{ uri: document.uri, put: [], drop }],
      select: { uri: document.uri, span: mentionSpan(mention) },
    }
  },
}
