/** What of one page is exported: the mentions that are asked for, in the text that is asked for. */
import type { Mention } from '../../annotation/record/mention.ts'
import { doneOf } from '../../annotation/record/page-corrections.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { LossCount } from '../../exchange/format/losses.ts'
import type { ExchangePage, TextKind } from '../../exchange/format/model.ts'
import { logicalLine, type sizesOf } from '../../exchange/our-page/logical-side.ts'
import { logicalPage } from '../../exchange/our-page/logical-text.ts'
import { sourcePage } from '../../exchange/our-page/source-page.ts'
import { lfText } from '../../exchange/our-page/text-positions.ts'
import type { PageData } from '../../page/model.ts'
import type { ExportChoices, ExportUnit, WantedStatus } from './choices.ts'

export interface PageToExport {
  readonly document: Document
  readonly data: PageData
  /** Id of the entity to which a mention is linked, where all pages are known. */
  linked?(mention: Mention): string | undefined
}

/** What was rejected is no mention here, and stays a record of the page. Total. */
export function pageToExport(
  { document, data, linked = () => undefined }: PageToExport,
  status: WantedStatus,
): ExchangePage {
  const { path, view, page, annotations } = document
  const records = annotations.records.map(({ record }) => record)
  const onlyAccepted =
    status === 'accepted' || (status === 'finished' && doneOf(records) !== undefined)
  // The suggestions of a page are costly: they are not made where nobody wants them.
  const mentions = onlyAccepted
    ? document.decided.filter((mention) => mention.status === 'accepted')
    : document.mentions.filter((mention) => mention.status !== 'rejected')
  return sourcePage({ path, view, page, data, mentions, records, linked })
}

/** The page as it is written. */
export function unitOf(each: PageToExport, { status, text }: ExportChoices): ExportUnit {
  return inText(pageToExport(each, status), each.document, text)
}

/** A page of the source in the text that is wanted; `raw` and `structure` are those of its file. */
export function inText(
  source: ExchangePage,
  { text: raw, page: structure }: Pick<Document, 'text' | 'page'>,
  kind: TextKind,
): ExportUnit {
  if (kind === 'source') return { page: source, line: '' }
  const { page, map } = logicalPage(source, structure, lfText(raw).toLf)
  const { outside, outsideRelations, exact } = map
  const lost = logicalLosses({
    outside: outside.length,
    relations: outsideRelations.length,
    exact: exact.size,
  })
  return { page, line: logicalLine(source.path, source.text, map), lost }
}

/** What of a page is lost where its logical text is written without the way back. */
export function logicalLosses({
  outside,
  relations,
  exact,
}: ReturnType<typeof sizesOf>): readonly LossCount[] {
  return [
    { kind: 'mention', lost: 'outside', count: outside },
    { kind: 'relation', lost: 'outside', count: relations },
    { kind: 'mention', lost: 'breaks', count: exact },
  ]
}
