/** The next or previous place at which a review stops, on this page and on those behind it. */
import { insertionIndex } from '../../corpus/snapshot/corpus.ts'
import type { Document, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { ReviewFilter } from '../../protocol.ts'
import { byPosition, overlaps, type Span } from '../../text/span.ts'
import { pageProgress, type Versions } from './page-state.ts'
import { type Stop, stopsOf } from './stops.ts'

export interface NextOptions {
  readonly direction: 'next' | 'previous'
  readonly filter: ReviewFilter
  /**
   * Behind what the search begins, in UTF-16 offsets: a cursor, or the whole stop that the person is at.
   * `rest`: what overlaps that stop is looked at first, since it may stand there only now.
   */
  readonly from: Span
  readonly rest?: boolean
  /** Pages that were done with these, other than the one asked about, are passed over. */
  readonly versions: Versions
}

export interface FoundStop {
  readonly document: Document
  readonly stop: Stop
  /** It stands before the place where the search began: the corpus was gone round. */
  readonly wrapped: boolean
}

/** Goes round the corpus, with an article in the filter round the page; `undefined` where nothing is left. */
export function nextStop(place: PageOfCorpus, options: NextOptions): FoundStop | undefined {
  const { document } = place
  const { direction, filter } = options
  const own = stopsOf(document, filter)
  const [ahead, behind] = [own.filter((each) => isAhead(each, options)), own]
  const first = edge(ahead, direction)
  if (first !== undefined) return { document, stop: first, wrapped: false }
  const others = filter.article === undefined ? otherPages(place, direction) : []
  for (const { page, wrapped } of others) {
    // A page without records is not done: asking for more would cost.
    if (page.annotations.records.length > 0 && isDone({ ...place, document: page }, options)) {
      continue
    }
    const stop = edge(stopsOf(page, filter), direction)
    if (stop !== undefined) return { document: page, stop, wrapped }
  }
  const last = edge(behind, direction)
  return last === undefined ? undefined : { document, stop: last, wrapped: true }
}

function edge(stops: readonly Stop[], direction: NextOptions['direction']): Stop | undefined {
  return direction === 'next' ? stops[0] : stops.at(-1)
}

function isAhead({ span }: Stop, { from, direction, rest }: NextOptions): boolean {
  if (rest === true && overlaps(span, from)) return true
  const isCursor = from.start === from.end
  if (direction === 'next') {
    return isCursor ? span.start >= from.start : byPosition(span, from) > 0
  }
  return isCursor ? span.end <= from.start : byPosition(span, from) < 0
}

/** All pages but this one in the order in which a review meets them. */
function* otherPages(
  { corpus: { documents }, document }: PageOfCorpus,
  direction: NextOptions['direction'],
): Generator<{ readonly page: Document; readonly wrapped: boolean }> {
  const step = direction === 'next' ? 1 : -1
  const at = insertionIndex(documents, document.path)
  for (let i = 1; i < documents.length; i++) {
    const index = at + step * i
    const wrapped = index < 0 || index >= documents.length
    const page = documents[(index + documents.length) % documents.length]
    if (page !== undefined) yield { page, wrapped }
  }
}

function isDone(place: PageOfCorpus, { versions }: NextOptions): boolean {
  return pageProgress(place, versions) === 'done'
}
