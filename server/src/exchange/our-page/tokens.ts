/** Sentences and tokens of a page for formats that are made of them. */
import { sentenceAround } from '../../page/sentences.ts'
import type { Span } from '../../text/span.ts'

/**
 * Sentences in order, without blanks at their ends; all that is no blank is in one. Spans of `whole` are
 * not cut: a sentence that ends inside one goes on.
 */
export function sentencesOf(text: string, whole: readonly Span[] = []): readonly Span[] {
  const sentences: Span[] = []
  const uncut = [...whole].sort((a, b) => a.start - b.start)
  let next = 0
  /** End of the last span that begins before the end of the last sentence. */
  let reach = 0
  for (let at = 0; at < text.length; ) {
    // Looked at one by one, each blank would have all blanks beside it looked at.
    const isBlank = /\s/.test(text[at] ?? '')
    const { start, end } = isBlank ? { start: at, end: at } : sentenceAround(text, at)
    if (end <= at || end <= start) {
      at++
      continue
    }
    const last = sentences.at(-1)
    if (last !== undefined && start < reach) {
      sentences[sentences.length - 1] = { start: last.start, end }
    } else sentences.push({ start, end })
    for (let span = uncut[next]; span !== undefined && span.start < end; span = uncut[++next]) {
      reach = Math.max(reach, span.end)
    }
    at = end
  }
  return sentences
}

/** What no token contains: white space for Python and for JavaScript. */
const blank = /[\s\u001c-\u001f\u0085]/

/**
 * The tokens of a span: the words, or single characters (code points), without blanks and cut at `edges`, so that
 * each mention begins and ends with a token. `words` are adjacent and cover the text.
 */
export function tokensOf(
  text: string,
  words: readonly Span[],
  edges: ReadonlySet<number> = new Set(),
): readonly Span[] {
  const tokens: Span[] = []
  for (const word of words) {
    let start = word.start
    for (let at = word.start; at < word.end; at++) {
      const isBlank = blank.test(text[at] ?? '')
      if ((isBlank || edges.has(at)) && start < at) tokens.push({ start, end: at })
      if (isBlank || edges.has(at)) start = isBlank ? at + 1 : at
    }
    if (start < word.end) tokens.push({ start, end: word.end })
  }
  return tokens
}

/** The span without blanks at its ends; `undefined` for one of blanks only. */
export function withoutBlanks(text: string, span: Span): Span | undefined {
  let { start, end } = span
  while (start < end && blank.test(text[start] ?? '')) start++
  while (end > start && blank.test(text[end - 1] ?? '')) end--
  return start < end ? { start, end } : undefined
}

/** Each code point, as words. */
export function charactersOf(text: string): readonly Span[] {
  const spans: Span[] = []
  for (let start = 0; start < text.length; ) {
    const end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
    spans.push({ start, end })
    start = end
  }
  return spans
}

/** Runs of Latin letters, runs of digits, and each other code point, as words; marks stay with what they are on. */
export function runsOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(runs), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }))
}

const runs = /(?:\p{Script=Latin}\p{M}*)+|\p{Nd}+|.\p{M}*/gsu
