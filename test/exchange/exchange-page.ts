/** Pages for tests of formats: a text, and mentions made of as little as a test says. */

import { textHash } from '../../server/src/annotation/record/selectors.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import type { WriteContext } from '../../server/src/exchange/format/format.ts'
import type {
  ExchangeMention,
  ExchangePage,
  ExchangeRelation,
} from '../../server/src/exchange/format/model.ts'
import type { Span } from '../../server/src/text/span.ts'
import { parseMarked } from '../marked.ts'

export function exchangePage(
  text: string,
  mentions: readonly ExchangeMention[] = [],
  relations: readonly ExchangeRelation[] = [],
  rest: Partial<ExchangePage> = {},
): ExchangePage {
  return {
    path: 'p.txt',
    kind: 'source',
    text,
    mentions,
    relations,
    articles: [],
    data: {},
    records: [],
    newline: 'lf',
    sha256: textHash(text),
    ...rest,
  }
}

/** An accepted mention; `spans` as `[start, end]`. */
export function mention(
  id: string,
  type: string,
  spans: readonly (readonly [number, number])[],
  rest: Partial<ExchangeMention> = {},
): ExchangeMention {
  const places = spans.map(([start, end]): Span => ({ start, end }))
  return { id, type, spans: places, status: 'accepted', ...rest }
}

/** The page whose marks are its mentions: `m1`, `m2`, … */
export function markedPage(marked: string): ExchangePage {
  const { text, spans } = parseMarked(marked)
  return exchangePage(
    text,
    spans.map(({ start, end, type }, i) => mention(`m${i + 1}`, type, [[start, end]])),
  )
}

/** Words are single characters, line breaks too. */
export const context: WriteContext = {
  schema: defaultSchema,
  words(text) {
    let start = 0
    return Array.from(text, (character) => {
      const span = { start, end: start + character.length }
      start = span.end
      return span
    })
  },
  title: '工人报',
  pages: ['p.txt'],
  versions: { biaozhu: '1.2.3', schema: 's1' },
  created: '2026-11-20T09:00:00.000Z',
  initiatives: [],
  options: {},
}
