/** The numbers of a corpus: how often what is mentioned, and which initiatives there are. */
import type { Corpus } from '../../corpus/snapshot/model.ts'
import type { Overview, OverviewChart, OverviewRow } from '../../protocol.ts'
import { corpora } from '../lists/corpora.ts'
import { t } from '../wording/messages.ts'
import { kindCounting, ownerCounting } from './by-initiative.ts'
import { pageCounting, statusCounting, statusLabel, typeCounting } from './by-mention.ts'
import { monthCounting, placeCounting, yearCounting } from './by-value.ts'
import { corpusHash } from './corpus-hash.ts'
import { type Counting, knownPages, type RowName } from './counted.ts'

export const countings: readonly Counting[] = [
  ...[statusCounting, typeCounting, pageCounting, kindCounting, ownerCounting],
  ...[placeCounting, yearCounting, monthCounting],
]

/** In steps of a millisecond or two. `version` is that of Biaozhu. */
export function* overview(corpus: Corpus, version: string): Generator<void, Overview> {
  const pages = { counted: knownPages(corpus).length, all: corpus.documents.length }
  const charts: OverviewChart[] = []
  for (const counting of countings) charts.push(yield* chart(corpus, counting))
  const [entry] = corpora({ revision: 0, corpora: [corpus] })
  return {
    corpus: corpus.root,
    name: entry?.name ?? '',
    hash: yield* corpusHash(corpus),
    version,
    pages,
    charts,
  }
}

/** Mentions that are counted in one step. */
const inOneStep = 1000

function* chart(corpus: Corpus, counting: Counting): Generator<void, OverviewChart> {
  const { name, series } = counting
  const roots: Rows = new Map()
  let done = 0
  for (const { rows, series: of } of counting.counted(corpus)) {
    count(roots, rows, series.indexOf(of), series.length)
    if (++done % inOneStep === 0) yield
  }
  return {
    name,
    series: series.map((key) => ({ key, label: seriesLabel(key) })),
    rows: inOrder(roots, counting.order(corpus)),
  }
}

interface Tally {
  readonly name: RowName
  readonly counts: number[]
  readonly below: Rows
}

/** By key. */
type Rows = Map<string, Tally>

function count(into: Rows, rows: readonly RowName[], series: number, length: number): void {
  let here = into
  for (const name of rows) {
    let row = here.get(name.key)
    if (row === undefined) {
      row = { name, counts: new Array(length).fill(0), below: new Map() }
      here.set(name.key, row)
    }
    row.counts[series] = (row.counts[series] ?? 0) + 1
    here = row.below
  }
}

function inOrder(
  rows: Rows,
  order: (a: OverviewRow, b: OverviewRow) => number,
): readonly OverviewRow[] {
  const made = [...rows.values()].map(({ name, counts, below }): OverviewRow => {
    return below.size === 0
      ? { ...name, counts }
      : { ...name, counts, children: inOrder(below, order) }
  })
  return made.sort(order)
}

/** Each is written out, so that a test finds every text that needs a translation. */
function seriesLabel(key: string): string {
  if (key === 'initiatives') return t('Initiatives')
  if (key === 'mentions') return t('Mentions')
  return statusLabel(key === 'accepted' || key === 'rejected' ? key : 'suggested')
}
