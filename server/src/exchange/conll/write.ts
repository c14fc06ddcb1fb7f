/** A page as CoNLL: its sentences, a token a line. */
import { type Span, sliceSpan } from '../../text/span.ts'
import type { Holds } from '../format/holds.ts'
import type { MentionLosses } from '../format/losses.ts'
import type { ExchangePage } from '../format/model.ts'
import { type FlatMention, flatMentions } from '../our-page/flat.ts'
import { charactersOf, sentencesOf, tokensOf } from '../our-page/tokens.ts'
import { tagName } from './tag.ts'

export interface ConllOptions {
  readonly bioes: boolean
  readonly fourColumns: boolean
  /** `undefined`: characters are the tokens. */
  readonly words: ((text: string) => readonly Span[]) | undefined
}

export interface ConllPage {
  readonly content: string
  readonly special: MentionLosses
}

const flat: Pick<Holds, 'mentions'> = { mentions: [] }

export function writeConllPage(page: ExchangePage, options: ConllOptions): ConllPage {
  const { text } = page
  const { kept, special } = flatMentions(page, flat)
  const spans = kept.map(({ span }) => span)
  const edges = new Set(spans.flatMap(({ start, end }) => [start, end]))
  const words = (options.words ?? charactersOf)(text)
  const tokens = tokensOf(text, words, edges)
  const lines: string[] = options.fourColumns ? ['-DOCSTART- -X- -X- O\n\n'] : []
  const between = options.fourColumns ? ' -X- -X- ' : ' '
  const tagOf = tagger(kept, options.bioes)
  const ends = sentencesOf(text, spans).map(({ end }) => end)
  let sentence = 0
  for (const [i, token] of tokens.entries()) {
    lines.push(`${sliceSpan(text, token)}${between}${tagOf(token)}\n`)
    const next = tokens[i + 1]
    while (next !== undefined && next.start >= (ends[sentence] ?? text.length)) {
      if (ends[sentence] === undefined) break
      if (lines.at(-1) !== '\n') lines.push('\n')
      sentence++
    }
  }
  if (tokens.length > 0) lines.push('\n')
  return { content: lines.join(''), special }
}

/** Tags of tokens that come in order; `kept` by position. */
function tagger(kept: readonly FlatMention[], bioes: boolean): (token: Span) => string {
  let next = 0
  return ({ start, end }) => {
    while ((kept[next]?.span.end ?? Number.POSITIVE_INFINITY) <= start) next++
    const here = kept[next]
    if (here === undefined || here.span.start > start) return 'O'
    const first = here.span.start === start
    const last = here.span.end === end
    const place = bioes && first && last ? 'S' : bioes && last ? 'E' : first ? 'B' : 'I'
    return `${place}-${tagName(here.mention.type)}`
  }
}
