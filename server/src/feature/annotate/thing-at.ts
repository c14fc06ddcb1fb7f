/** What a mark without a selection marks: the thing under the cursor. */
import type { Corpus, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { type Span, touchesOffset } from '../../text/span.ts'
import { mentionAt } from '../looking/mention-at.ts'
import { isWord, wordAt } from '../looking/word-at.ts'
import { type Reading, readingAt } from './reading.ts'

/**
 * The mention at a UTF-16 offset; else one that was rejected there; else the longest name that the
 * corpus knows; else the word. Empty where there is none.
 */
export function thingAt({ corpus, document }: PageOfCorpus, offset: number): readonly Span[] {
  const found = mentionAt(document, offset)
  if (found !== undefined) return found.mention.spans
  const refused = document.decided.find(({ spans }) =>
    spans.some((span) => touchesOffset(span, offset)),
  )
  if (refused !== undefined) return refused.spans
  const reading = readingAt(document, offset)
  const at = reading.fromPage(offset)
  if (at === undefined) return []
  const span = longestName(corpus, reading, at) ?? word(reading, at)
  return span === undefined ? [] : reading.toPage(span)
}

/** UTF-16 units around the cursor in which names are looked for: none is longer. */
const reach = 60

/** The first of several that are equally long. */
function longestName(corpus: Corpus, { text }: Reading, offset: number): Span | undefined {
  const { index, names } = corpus
  const [first, last] = [Math.max(0, offset - reach), Math.min(text.length, offset + reach)]
  for (let length = last - first; length >= 2; length--) {
    const until = Math.min(offset, last - length)
    for (let start = Math.max(first, offset - length); start <= until; start++) {
      const name = text.slice(start, start + length)
      if (names.positive.has(name) || index.isMentioned(name)) return { start, end: start + length }
    }
  }
  return undefined
}

/** A cursor behind a word is still on it. */
function word({ text }: Reading, offset: number): Span | undefined {
  return [wordAt(text, offset), offset > 0 ? wordAt(text, offset - 1) : undefined].find(
    (span) => span !== undefined && isWord(text.slice(span.start, span.end)),
  )
}
