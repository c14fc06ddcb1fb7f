/** A page as `Doc.from_json` reads it. */

import type { Span } from '../../text/span.ts'
import type { JsonObject } from '../../values/json.ts'
import type { ExchangeMention, ExchangePage } from '../format/model.ts'
import { codePoints } from '../our-page/text-positions.ts'
import { spacyTokens } from './tokens.ts'

/** `flat`: those mentions of `page` that do not overlap; `words`: `undefined` for characters. */
export function spacyDocument(
  page: ExchangePage,
  flat: readonly ExchangeMention[],
  words: ((text: string) => readonly Span[]) | undefined,
): JsonObject {
  const { text, path, data } = page
  const { toPosition } = codePoints(text)
  const at = ({ start, end }: Span): JsonObject => ({
    start: toPosition(start),
    end: toPosition(end),
  })
  const spansOf = ({ id, type, entity = '', spans }: ExchangeMention): readonly JsonObject[] =>
    spans.map((span) => ({ ...at(span), label: type, kb_id: entity, id }))
  return {
    text,
    ents: flat.flatMap(spansOf),
    spans: { sc: page.mentions.flatMap(spansOf) },
    tokens: spacyTokens(page, words).map((token, id) => ({ id, ...at(token) })),
    _: { path, ...data },
  }
}
