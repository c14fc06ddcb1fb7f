/** What is known of the mention under the cursor, for the boxes in which people change it. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { MentionInfo } from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { mentionAt } from '../looking/mention-at.ts'

export interface MentionDetails extends Omit<MentionInfo, 'location'> {
  readonly span: Span
}

export function mentionInfo(
  { corpus, document }: PageOfCorpus,
  offset: number,
): MentionDetails | undefined {
  const found = mentionAt(document, offset)
  if (found === undefined) return undefined
  const { mention } = found
  const { text, type, status, record } = mention
  const belonging = corpus.index.entityOf(document.path, mention)
  const belongs = belonging && { corpus: corpus.root, id: belonging.id, name: belonging.name }
  const { id, attributes, note, unsure, entity, reading } = record ?? {}
  return {
    span: mentionSpan(mention),
    text,
    type,
    status,
    ...defined({ id, attributes, note, unsure, entity, reading, belongs }),
  }
}
