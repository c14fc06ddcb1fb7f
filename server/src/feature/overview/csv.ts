/** Numbers of the overview with their spans, as CSV. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import { tableCsv } from '../../exchange/list-table.ts'
import type { OverviewNumber } from '../../protocol.ts'
import { oncePer } from '../../values/once-per.ts'
import { sentenceOf } from '../lists/entity-mentions.ts'
import { placing } from '../lists/mention-list.ts'
import { corpusHash } from './corpus-hash.ts'
import type { Counted } from './counted.ts'
import { numberPart } from './spans.ts'

/** What it takes to make the same numbers again. */
export interface MadeBy {
  /** Of Biaozhu. */
  readonly version: string
  /** None where no commit holds the corpus as it is. */
  readonly commit: string | undefined
}

export interface CsvPart {
  /** With the headings where it begins at 0. */
  readonly csv: string
  /** Index from which it goes on; none at the end. */
  readonly next?: number
}

/**
 * A row for each span, with the state of the corpus, the commit that holds it and the version of Biaozhu on it. Offsets are code points
 * over the text with LF newlines. In steps.
 */
export function* numberCsv(
  corpus: Corpus,
  number: Omit<OverviewNumber, 'corpus'>,
  { version, commit }: MadeBy,
): Generator<void, CsvPart> {
  const { total, part } = yield* numberPart(corpus, number)
  const hash = yield* corpusHash(corpus)
  const state = [hash, commit, version, number.chart]
  const rowOf = rowMaker(corpus, state)
  const csv = tableCsv({ title: number.chart, columns, rows: part.map(rowOf) })
  const next = number.from + part.length
  const isLast = part.length === 0 || next >= total
  return {
    csv: number.from === 0 ? csv : csv.slice(csv.indexOf('\n') + 1),
    ...(isLast ? {} : { next }),
  }
}

const columns = [
  ...['corpus', 'commit', 'version', 'chart', 'row', 'series', 'page', 'start', 'end'],
  ...['text', 'type', 'status', 'entity', 'sentence'],
].map((key) => ({ key, title: key, width: 12 }))

/** `state` begins each row. */
function rowMaker(corpus: Corpus, state: readonly (string | undefined)[]) {
  const placeOf = oncePer((document: Document) => placing(document))
  return ({ document, mention, rows, series }: Counted) => {
    const { start, end } = placeOf(document)(mentionSpan(mention))
    const entity = corpus.index.entityOf(document.path, mention)?.name
    return [
      ...[...state, rows.at(-1)?.key ?? '', series],
      ...[document.path, start, end, mention.text, mention.type, mention.status],
      ...[entity, sentenceOf(document, mention).sentence],
    ]
  }
}
