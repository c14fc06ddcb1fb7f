/** The texts in which initiatives stand, with the mentions in them: articles, and blocks of no article. */

import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Block, LogicalText } from '../../page/model.ts'
import { type OffsetMap, sourceToLogical } from '../../text/offset-map.ts'
import type { Span } from '../../text/span.ts'
import { greatest } from '../../values/greatest.ts'
import { clustersOnPage, type LinkedPage } from '../on-page.ts'

/** A mention in the text of its scene; offsets are UTF-16 units there. */
export interface Actor extends Span {
  readonly mention: Mention
  readonly type: string
  readonly text: string
  /** Number of the thing that it names on its page. */
  readonly thing: number
}

export interface Scene {
  readonly text: string
  /** Of `text` to the source. */
  readonly map: OffsetMap
  /** In order of position. */
  readonly actors: readonly Actor[]
  /** Where the title lines end. */
  readonly titleEnd: number
  /** By offset: the number of the sentence and of the paragraph. */
  readonly sentences: Int32Array
  readonly paragraphs: Int32Array
}

/** Those in which anything is mentioned. */
export function scenesOf(page: LinkedPage): readonly Scene[] {
  const things = thingsOf(page)
  const { articles, loose } = page.page
  const texts = [
    ...articles.map(({ logical, blocks }) => ({ logical, titleEnd: titleEnd(logical, blocks) })),
    ...loose.map(({ logical }) => ({ logical, titleEnd: 0 })),
  ]
  const actors = texts.map((): Actor[] => [])
  const looseAt = looseIndex(page)
  for (const mention of page.mentions) {
    if (mention.status === 'rejected') continue
    const at = mention.article ?? looseAt(mentionSpan(mention).start)
    const logical = at === undefined ? undefined : texts[at]?.logical
    if (at === undefined || logical === undefined) continue
    const start = sourceToLogical(logical.map, mentionSpan(mention).start)
    if (start === undefined) continue
    const { type, text } = mention
    const thing = things.get(mention) ?? -1
    actors[at]?.push({ start, end: start + text.length, mention, type, text, thing })
  }
  return texts.flatMap(({ logical: { text, map }, titleEnd }, i) => {
    const here = (actors[i] ?? []).sort((a, b) => a.start - b.start)
    return here.length === 0 ? [] : [{ text, map, titleEnd, actors: here, ...numbered(text) }]
  })
}

function thingsOf(page: LinkedPage): ReadonlyMap<Mention, number> {
  return new Map(
    clustersOnPage(page).flatMap(({ mentions }, i) => mentions.map((mention) => [mention, i])),
  )
}

/** The index, behind those of the articles, of the block of no article at an offset of the source. */
function looseIndex({ page }: LinkedPage): (offset: number) => number | undefined {
  const { articles, loose } = page
  return (offset) => {
    const at = loose.findIndex(({ block: { span } }) => span.start <= offset && offset < span.end)
    return at < 0 ? undefined : articles.length + at
  }
}

const titles: ReadonlySet<Block['kind']> = new Set(['kicker', 'headline', 'subhead'])

function titleEnd({ map }: LogicalText, blocks: readonly Block[]): number {
  const ends = blocks
    .filter(({ kind }) => titles.has(kind))
    .map(({ span }) => (sourceToLogical(map, span.end - 1) ?? -1) + 1)
  return greatest(ends, 0)
}

const sentenceEnd = /[。！？!?；;\n]/u

function numbered(text: string): Pick<Scene, 'sentences' | 'paragraphs'> {
  const sentences = new Int32Array(text.length + 1)
  const paragraphs = new Int32Array(text.length + 1)
  let [sentence, paragraph] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    sentences[at] = sentence
    paragraphs[at] = paragraph
    if (sentenceEnd.test(text.charAt(at))) sentence++
    if (text.charAt(at) === '\n') paragraph++
  }
  sentences[text.length] = sentence
  paragraphs[text.length] = paragraph
  return { sentences, paragraphs }
}
