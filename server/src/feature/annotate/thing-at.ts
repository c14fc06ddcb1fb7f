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

function longestName(corpus: Corpus, { text }: Reading, offset: number): Span | undefined {
  const from = Math.max(0, offset - reach)
  const around = text.slice(from, offset + reach)
  let best: Span | undefined
  const look = (name: string): void => {
    if (name.length < 2 || name.length <= (best === undefined ? 0 : best.end - best.start)) return
    for (let at = around.indexOf(name); at >= 0; at = around.indexOf(name, at + 1)) {
      const span = { start: from + at, end: from + at + name.length }
      if (touchesOffset(span, offset)) best = span
    }
  }
  for (const name of corpus.names.positive.keys()) look(name)
  for (const { name, aliases } of corpus.entities) for (const form of [name, ...aliases]) look(form)
  return best
}

/** A cursor behind a word is still on it. */
function word({ text }: Reading, offset: number): Span | undefined {
  return [wordAt(text, offset), offset > 0 ? wordAt(text, offset - 1) : undefined].find(
    (span) => span !== undefined && isWord(text.slice(span.start, span.end)),
  )
}
