/** Initiatives by what is known of them, and their mentions. */
import type { Corpus } from '../../corpus/snapshot/model.ts'
import { type InitiativeEntry, initiatives } from '../lists/initiatives.ts'
import { fullestPlace, placesOf } from '../looking/places.ts'
import { t } from '../wording/messages.ts'
import { byCount, type Counted, type Counting, type RowName } from './counted.ts'

const series = ['initiatives', 'mentions']

export const kindCounting: Counting = {
  name: 'kind',
  series,
  counted: (corpus) => counted(corpus, ({ kind, kindLabel }) => ({ key: kind, label: kindLabel })),
  order: () => byCount(({ counts: [initiatives = 0] }) => initiatives),
}

export const ownerCounting: Counting = {
  name: 'owner',
  series,
  counted(corpus) {
    const unknown = { key: '', label: t('Owner not known') }
    return counted(corpus, ({ owner }) =>
      owner === undefined ? unknown : { key: owner, label: owner },
    )
  },
  order: () => byCount(({ counts: [initiatives = 0] }) => initiatives),
}

/** An initiative stands where its name is fullest. */
function* counted(corpus: Corpus, rowOf: (entry: InitiativeEntry) => RowName): Generator<Counted> {
  for (const entry of initiatives({ revision: 0, corpora: [corpus] })) {
    const place = fullestPlace(corpus, entry)
    const rows = [rowOf(entry)]
    if (place !== undefined) yield { ...place, rows, series: 'initiatives' }
    for (const mention of placesOf(corpus, entry)) yield { ...mention, rows, series: 'mentions' }
  }
}
