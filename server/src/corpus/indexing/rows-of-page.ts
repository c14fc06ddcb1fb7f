/** A page that was read and analysed, as the rows of the database. */
import type { Mention } from '../../annotation/record/mention.ts'
import { mentionSpan } from '../../annotation/record/mention.ts'
import { doneOf } from '../../annotation/record/page-corrections.ts'
import { type EntityRow, idOnPage } from '../../entity/entity-rows.ts'
import { factsOnPage } from '../../entity/initiative-facts.ts'
import type { LinkedPage } from '../../entity/on-page.ts'
import type { FactRow, PageRows } from '../../index/database/page-rows.ts'
import { linkedRows } from '../../index/linked-pages.ts'
import { joinedName } from '../../recognition/decided/decisions.ts'
import { sliceSpan } from '../../text/span.ts'
import type { StreamedPage } from '../paths/page-stream.ts'
import type { Document } from '../snapshot/model.ts'
import { contentOf } from './page-content.ts'
import { digest } from './page-terms.ts'
import type { PageOrder } from './worker-messages.ts'

export type OfFiles = Pick<PageRows, 'hash' | 'terms' | 'isSettled'>

export function rowsOfPage(
  { document, data }: StreamedPage,
  { apart, decided }: Pick<PageOrder, 'apart' | 'decided'>,
  { hash, terms, isSettled }: OfFiles,
): PageRows {
  const { path, uri, state, page, mentions, annotations } = document
  const { page: linked, rows } = linkedRows(document, data, new Set(apart))
  const ids = new Set(decided)
  const named = rows.filter((row) => ids.has(row.id) || !isPlain(row, document))
  const nameOf = new Map(named.flatMap((row) => row.mentions.map((mention) => [mention, row.id])))
  const numbers = new Map(mentions.map((mention, n) => [mention, n]))
  const initiatives = rows.filter(({ type }) => type === 'Initiative')
  const found = {
    state,
    newspaper: data.newspaper,
    date: data.date,
    number: data.number,
    isDone: doneOf(annotations.records.map(({ record }) => record)) !== undefined,
    content: contentOf(document),
    articles: page.articles.map(({ kind, span: { start, end }, headline }) => {
      return { kind, start, end, headline }
    }),
    mentions: mentions.map((mention) => ({
      spans: mention.spans.map(({ start, end }) => ({ start, end })),
      type: mention.type,
      status: mention.status,
      article: mention.article,
      name: nameOf.get(mention),
      text: mention.text,
      isPronoun: mention.record?.coreference === true,
    })),
    names: named.map(({ id, type, shorter }) => ({ id, type, shorter })),
    facts: initiatives.flatMap((row) => factsOfRow(linked, row.mentions, numbers)),
  }
  return { path, uri, hash, terms, isSettled, digest: digest(JSON.stringify(found)), ...found }
}

/**
 * Most dates, figures and persons are something on their page alone, by one name, which is what stands there: nothing is
 * kept of them but their mentions.
 */
function isPlain(
  { id, type, forms, shorter, mentions }: EntityRow,
  { path, text, lexicon }: Pick<Document, 'path' | 'text' | 'lexicon'>,
): boolean {
  return (
    type !== 'Initiative' &&
    id === idOnPage(path, type, mentions[0]?.text ?? '', lexicon) &&
    shorter.length === 0 &&
    forms.length === 1 &&
    mentions.every(
      (mention) =>
        mention.spans.length === 1 &&
        mention.record?.coreference !== true &&
        joinedName(sliceSpan(text, mentionSpan(mention))) === mention.text,
    )
  )
}

/** Mentions of one thing share most facts: each stands at the first mention that has it. */
function factsOfRow(
  linked: LinkedPage,
  mentions: readonly Mention[],
  numbers: ReadonlyMap<Mention, number>,
): readonly FactRow[] {
  const seen = new Set<string>()
  return mentions.flatMap((mention) => {
    const number = numbers.get(mention)
    if (number === undefined) return []
    const { related, found } = factsOnPage(linked, [mention])
    const rowOf = (
      key: string,
      fact: Mention,
      text: string,
    ): Omit<FactRow, 'confidence' | 'part'> => {
      const { start, end } = mentionSpan(fact)
      return { mention: number, isSaid: false, key, type: fact.type, start, end, text }
    }
    const said = related.map(({ type, part, fact }): FactRow => {
      const row = rowOf(type, fact.mention, fact.text)
      return { ...row, isSaid: true, part, confidence: undefined }
    })
    const suggested = found.map((fact): FactRow => {
      const row = rowOf(fact.key, fact.mention, fact.text)
      return { ...row, part: undefined, confidence: fact.confidence }
    })
    const others = suggested.filter((row) => {
      const key = JSON.stringify([row.key, row.start, row.end, row.type, row.text])
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
    return [...said, ...others]
  })
}
