/** What is searched of a page: its text, what is read in it as a whole, and attributes of mentions. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { AttributesRow, PageContent, Unit } from '../../index/database/page-rows.ts'
import type { LogicalText } from '../../page/model.ts'
import type { Document } from '../snapshot/model.ts'

/** Asks for no suggestions. */
export function contentOf({
  text,
  page,
  decided,
}: Pick<Document, 'text' | 'page' | 'decided'>): PageContent {
  return {
    text,
    units: [
      ...page.articles.map(({ logical }, article) => unitOf(logical, article)),
      ...page.loose.map(({ logical }) => unitOf(logical, undefined)),
    ],
    attributes: decided.flatMap((mention): readonly AttributesRow[] => {
      const { type, record } = mention
      const values = record?.attributes ?? {}
      if (Object.keys(values).length === 0) return []
      const { start, end } = mentionSpan(mention)
      return [{ start, end, type, values }]
    }),
  }
}

function unitOf({ text, map }: LogicalText, article: number | undefined): Unit {
  const pieces = map.pieces.map(({ logical, source, length }) => ({ logical, source, length }))
  return { article, text, pieces }
}
