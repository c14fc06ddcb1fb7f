/** Places by the divisions in which they lie, dates by their years and months. */
import { isKindOf } from '../../annotation/schema/schema.ts'
import { pageDivisions } from '../../entity/places/page-divisions.ts'
import type { OverviewChartName } from '../../protocol.ts'
import { dateMeaning } from '../looking/date-meaning.ts'
import { t } from '../wording/messages.ts'
import {
  byCount,
  byKey,
  type Counted,
  type Counting,
  knownPages,
  type RowName,
  sum,
} from './counted.ts'

/** Rejected mentions mean nothing. */
const series = ['accepted', 'suggested']

export const placeCounting: Counting = {
  name: 'place',
  series,
  *counted(corpus) {
    const elsewhere = [{ key: '', label: t('Elsewhere or not clear') }]
    for (const document of knownPages(corpus)) {
      const places = document.mentions.filter(
        ({ type, status }) => status !== 'rejected' && isKindOf(corpus.schema, type, 'Place'),
      )
      const divisions = pageDivisions(places, document.lexicon)
      for (const mention of places) {
        const path = divisions.get(mention)?.path
        const rows = path === undefined ? elsewhere : pathRows(path)
        yield { document, mention, rows, series: mention.status }
      }
    }
  },
  order: () => byCount(sum),
}

/** A row for each division of the path; its key is the path to it. */
function pathRows(path: readonly string[]): readonly RowName[] {
  return path.map((label, i) => ({ key: path.slice(0, i + 1).join(' '), label }))
}

export const yearCounting = dateCounting('year', /^\d{4}/)
export const monthCounting = dateCounting('month', /^\d{4}-(?:0[1-9]|1[0-2])(?!\d)/)

/** Dates by the beginning of their value in EDTF: an interval is counted where it begins. */
function dateCounting(name: OverviewChartName, beginning: RegExp): Counting {
  return {
    name,
    series,
    *counted(corpus): Generator<Counted> {
      for (const document of knownPages(corpus)) {
        for (const mention of document.mentions) {
          const key = beginning.exec(dateMeaning(corpus, document, mention) ?? '')?.[0]
          if (key === undefined) continue
          yield { document, mention, rows: [{ key, label: key }], series: mention.status }
        }
      }
    },
    order: () => byKey,
  }
}
