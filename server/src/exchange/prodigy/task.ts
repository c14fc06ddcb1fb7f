/** A page as a task of Prodigy. Tokens are spaCy's, so that its recipes take them. */

import { type Span, sliceSpan } from '../../text/span.ts'
import type { JsonObject } from '../../values/json.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import type { ExchangeMention, ExchangePage } from '../format/model.ts'
import { jsonOfParts } from '../our-page/parts.ts'
import { codePoints } from '../our-page/text-positions.ts'
import { spacyTokens } from '../spacy/tokens.ts'

/** No mention begins or ends with a blank. `words`: `undefined` for characters. */
export function prodigyTask(
  page: ExchangePage,
  words: ((text: string) => readonly Span[]) | undefined,
): JsonObject {
  const { text, path, data } = page
  const { toPosition } = codePoints(text)
  const tokens = spacyTokens(page, words)
  const starts = new Map(tokens.map(({ start }, i) => [start, i]))
  const ends = new Map(tokens.map(({ end }, i) => [end, i]))
  const at = ({ start, end }: Span): JsonObject => ({
    start: toPosition(start),
    end: toPosition(end),
  })
  const mentions = page.mentions.filter(({ status }) => status !== 'rejected')
  /** The pieces of a mention, with the tokens at their ends. */
  const spansOf = ({ type, spans }: ExchangeMention) =>
    spans.map((span) => ({
      ...at(span),
      token_start: starts.get(span.start) ?? 0,
      token_end: ends.get(span.end) ?? 0,
      label: type,
    }))
  const byId = new Map(mentions.map((mention) => [mention.id, spansOf(mention)]))
  const relations = page.relations.flatMap((relation): readonly JsonObject[] => {
    const head = byId.get(relation.from)?.[0]
    const child = byId.get(relation.to)?.[0]
    if (head === undefined || child === undefined || relation.status === 'rejected') return []
    return [
      {
        // Prodigy names a span by its last token.
        head: head.token_end,
        child: child.token_end,
        head_span: head,
        child_span: child,
        label: relation.type,
        ...jsonOfParts(relation, relationParts),
      },
    ]
  })
  return {
    text,
    meta: { source: path, ...data },
    tokens: tokens.map((token, id) => ({
      text: sliceSpan(text, token),
      ...at(token),
      id,
      ws: token.space,
    })),
    spans: mentions.flatMap((mention) =>
      (byId.get(mention.id) ?? []).map((span) => ({
        ...span,
        ...jsonOfParts(mention, mentionParts),
      })),
    ),
    ...(relations.length === 0 ? {} : { relations }),
    ...(mentions.every(({ status }) => status === 'accepted') ? { answer: 'accept' } : {}),
  }
}
