/** The spans that are counted in a number of the overview. */
import type { Corpus } from '../../corpus/snapshot/model.ts'
import type { OverviewNumber, OverviewSpan } from '../../protocol.ts'
import { sentenceOf } from '../lists/entity-mentions.ts'
import { type PlacedSpan, placedSpan } from '../looking/places.ts'
import { labelOf } from '../wording/messages.ts'
import { pageName } from '../wording/page-name.ts'
import type { Counted } from './counted.ts'
import { countings } from './overview.ts'

export interface NumberSpan extends Omit<OverviewSpan, 'location' | 'highlight'> {
  readonly place: PlacedSpan
  readonly highlight: { readonly start: number; readonly end: number }
}

export interface NumberSpans {
  /** In all parts. */
  readonly total: number
  readonly spans: readonly NumberSpan[]
}

/** In steps of a millisecond or two; none of a chart that there is not. */
export function* numberSpans(
  corpus: Corpus,
  number: Omit<OverviewNumber, 'corpus'>,
): Generator<void, NumberSpans> {
  const { total, part } = yield* numberPart(corpus, number)
  return { total, spans: part.map((each) => spanOf(corpus, each)) }
}

/** Mentions that are looked at in one step. */
const inOneStep = 1000

/** What is counted in the number, and how much that is. */
export function* numberPart(
  corpus: Corpus,
  { chart, row, series, from, most }: Omit<OverviewNumber, 'corpus'>,
): Generator<void, { readonly total: number; readonly part: readonly Counted[] }> {
  const counting = countings.find(({ name }) => name === chart)
  const part: Counted[] = []
  let [total, done] = [0, 0]
  for (const each of counting?.counted(corpus) ?? []) {
    const isIn =
      (series === undefined || each.series === series) &&
      (row === undefined || each.rows.some(({ key }) => key === row))
    if (isIn && total++ >= from && part.length < most) part.push(each)
    if (++done % inOneStep === 0) yield
  }
  return { total, part }
}

function spanOf(corpus: Corpus, { document, mention }: Counted): NumberSpan {
  const { text, status } = mention
  const type = corpus.schema.types.find(({ name }) => name === mention.type)
  return {
    place: placedSpan({ document, mention }),
    text,
    type: type === undefined ? mention.type : labelOf(type),
    status,
    pageLabel: pageName(corpus, document),
    ...sentenceOf(document, mention),
  }
}
