/** A page as CoNLL-U: sentences with their text, a token a line. */
import { type Span, sliceSpan } from '../../text/span.ts'
import type { MentionLosses } from '../format/losses.ts'
import type { ExchangePage } from '../format/model.ts'
import { charactersOf, sentencesOf, tokensOf } from '../our-page/tokens.ts'
import { trimmedPage } from '../our-page/trimmed.ts'
import { bracketFields, entityBrackets } from './brackets.ts'
import { escapeSpaces, escapeValue } from './escape.ts'
import { inTextOrder } from './text-order.ts'

export interface ConlluPage {
  readonly content: string
  readonly special: MentionLosses
}

/** `words`: `undefined` for characters. */
export function writeConlluPage(
  source: ExchangePage,
  words: ((text: string) => readonly Span[]) | undefined = charactersOf,
): ConlluPage {
  const { page, special } = inTextOrder(trimmedPage(source))
  const { text, mentions } = page
  const edges = new Set(
    mentions.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])),
  )
  const tokens = tokensOf(text, words(text), edges)
  const brackets = entityBrackets(mentions, tokens)
  const lines = headOf(page)
  let next = 0
  let number = 0
  for (const { end } of [...sentencesOf(text, mentions.map(hullOf)), { end: text.length }]) {
    const first = next
    while ((tokens[next]?.start ?? end) < end) next++
    const sentence = tokens.slice(first, next)
    const start = sentence[0]?.start
    const last = sentence.at(-1)?.end
    if (start === undefined || last === undefined) continue
    number++
    lines.push(`# sent_id = ${number}`, `# text = ${shownText(text, sentence)}`)
    for (const [i, token] of sentence.entries()) {
      const following = tokens[first + i + 1]?.start ?? text.length
      const misc = [
        ...(first + i === 0 && token.start > 0
          ? [`SpacesBefore=${escapeSpaces(text.slice(0, token.start))}`]
          : []),
        ...spacesAfter(text.slice(token.end, following), i === sentence.length - 1),
        ...entityOf(brackets.get(first + i)),
      ]
      const columns = [i + 1, sliceSpan(text, token), ...Array(7).fill('_'), misc.join('|') || '_']
      lines.push(columns.join('\t'))
    }
    lines.push('')
  }
  return { content: lines.map((line) => `${line}\n`).join(''), special }
}

function headOf({ path, data, kind, sha256 }: ExchangePage): string[] {
  const values = { path, ...data, form: kind, sha256 }
  return [
    `# newdoc id = ${escapeValue(path)}`,
    `# global.Entity = ${bracketFields}`,
    ...Object.entries(values).map(([key, value]) => `# biaozhu_${key} = ${JSON.stringify(value)}`),
  ]
}

function hullOf({ spans }: ExchangePage['mentions'][number]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
}

/** Tokens with one space where white space stands between them. */
function shownText(text: string, tokens: readonly Span[]): string {
  return tokens
    .map((token, i) => {
      const before = tokens[i - 1]?.end ?? token.start
      return `${before < token.start ? ' ' : ''}${sliceSpan(text, token)}`
    })
    .join('')
}

/** A single space is what a reader expects, but behind a sentence nobody knows. */
function spacesAfter(blanks: string, last: boolean): readonly string[] {
  if (blanks === ' ' && !last) return []
  return blanks === '' ? ['SpaceAfter=No'] : [`SpacesAfter=${escapeSpaces(blanks)}`]
}

function entityOf(brackets: string | undefined): readonly string[] {
  return brackets === undefined ? [] : [`Entity=${brackets}`]
}
