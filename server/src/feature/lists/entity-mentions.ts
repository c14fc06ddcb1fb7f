/** The mentions of an entity with the sentences they stand in, for the panels. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Status } from '../../annotation/record/record.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import { sentenceAround } from '../../page/sentences.ts'
import type { Span } from '../../text/span.ts'
import { logicalAt } from '../looking/logical-at.ts'
import { type PlacedSpan, placedSpan, placesOf } from '../looking/places.ts'
import { articleNameAt } from '../wording/article-name.ts'
import { linkWords } from '../wording/link-reason.ts'
import { pageName } from '../wording/page-name.ts'

export interface EntityMention {
  readonly place: PlacedSpan
  /** The name as it is read. */
  readonly text: string
  readonly pageLabel: string
  readonly article: string | undefined
  readonly status: Status
  /** Why it is one of the entity, in words. */
  readonly why: string
  readonly sentence: string
  /** Of the mention in the sentence. */
  readonly highlight: Span
}

/** In order of page and position, those of the page with the path `page` alone where one is given; none for an id that is gone. */
export function entityMentions(
  corpus: Corpus,
  id: string,
  page?: string,
): readonly EntityMention[] {
  return placesOf(corpus, { id }, page).map(({ document, mention }) => ({
    place: placedSpan({ document, mention }),
    text: mention.text,
    pageLabel: pageName(corpus, document),
    article: articleNameAt(document.page, mention.article),
    status: mention.status,
    why: linkWords({ corpus, document }, mention),
    ...sentenceOf(document, mention),
  }))
}

/** What is shown of a sentence on each side of the mention, in UTF-16 units. */
const reach = 80

/** The sentence in reading order, so that a name cut by a break is whole. */
export function sentenceOf(
  document: Document,
  mention: Pick<Mention, 'spans' | 'text'>,
): Pick<EntityMention, 'sentence' | 'highlight'> {
  const alone = { sentence: mention.text, highlight: { start: 0, end: mention.text.length } }
  const at = logicalAt(document, mention.spans[0]?.start ?? 0)
  if (at === undefined) return alone
  const { text } = at.logical
  const name = { start: at.offset, end: at.offset + mention.text.length }
  // A name over a paragraph's end is not in the logical text as it is read.
  if (text.slice(name.start, name.end) !== mention.text) return alone
  const sentence = sentenceAround(text, at.offset)
  const start = besidePair(text, Math.max(Math.min(sentence.start, name.start), name.start - reach))
  const end = besidePair(text, Math.min(Math.max(sentence.end, name.end), name.end + reach))
  const before = start > sentence.start ? '…' : ''
  const after = end < sentence.end ? '…' : ''
  const shift = before.length - start
  return {
    sentence: (before + text.slice(start, end) + after).replace(/\s/g, ' '),
    highlight: { start: name.start + shift, end: name.end + shift },
  }
}

/** The offset, or the one before it where it would cut a pair of surrogates. */
function besidePair(text: string, offset: number): number {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? '') ? offset - 1 : offset
}
