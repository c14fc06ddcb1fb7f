/** Our own requests about reviewing, typed by protocol.ts. */
import { findPage, type PageOfCorpus, type Snapshot } from '../corpus/snapshot/model.ts'
import { GroupCount, PartOf, thingsInGroup } from '../feature/review/groups.ts'
import { nextStop } from '../feature/review/next.ts'
import { doneSince, pageStates, type Versions } from '../feature/review/page-state.ts'
import { pagesToReview, reviewPage, reviewState } from '../feature/review/progress.ts'
import { type OpenRow, openRows } from '../feature/review/rows.ts'
import type { ReviewPage, ReviewRow } from '../protocol.ts'
import { rangeToSpan } from '../text/lines.ts'
import { placeToLocation, positionToOffset } from './convert.ts'
import { answerer } from './own-requests.ts'
import type { RequestContext } from './page-requests.ts'

export interface ReviewContext extends RequestContext {
  readonly versions: Versions
}

export function answerReviewRequests(context: ReviewContext): void {
  const { versions } = context
  const on = answerer(context)
  on('biaozhu/reviewNext', ({ uri, position, range, direction, filter = {} }, state) => {
    const place = findPage(state, uri)
    if (place === undefined) return null
    const { document } = place
    const start = positionToOffset(document, position)
    const from = range === undefined ? { start, end: start } : rangeToSpan(document.lines, range)
    const found = nextStop(place, { direction, filter, from, versions })
    if (found === undefined) return null
    const location = placeToLocation({ document: found.document, span: found.stop.span })
    return { ...location, ...(found.wrapped ? { wrapped: true } : {}) }
  })
  on('biaozhu/reviewState', ({ uri, filter = {} }, state) => {
    const document = findPage(state, uri)?.document
    return document === undefined ? null : reviewState(document, filter)
  })
  on('biaozhu/review', async ({ filter = {}, uri, ...part }, state) => {
    const pages = new PartOf<ReviewPage>(part)
    for await (const place of each(placesOf(state, uri), context)) {
      const page = reviewPage(place, filter)
      if (page !== undefined) pages.add([page])
      if (pages.isFull) break
    }
    return pages.taken
  })
  on('biaozhu/reviewTotal', async ({ filter = {}, uri }, state) => {
    const total = { pages: 0, things: 0 }
    for await (const place of each(placesOf(state, uri), context)) {
      const { open, unsure, doubts, joins, rejected = 0 } = reviewState(place.document, filter)
      const things = open + unsure + doubts + joins
      if (things + rejected === 0) continue
      total.pages++
      total.things += things
    }
    return total
  })
  on('biaozhu/reviewRows', ({ uri, filter = {} }, state) => {
    const place = findPage(state, uri)
    return place === undefined ? [] : openRows(place, filter).map((row) => toRow(place, row))
  })
  on('biaozhu/reviewGroups', async ({ by, filter = {}, uri, from = 0, most }, state) => {
    const count = new GroupCount({ by, filter })
    for await (const place of each(placesOf(state, uri), context)) count.add(place)
    const groups = count.inOrder()
    const to = most === undefined ? groups.length : from + most
    return { groups: groups.slice(from, to), total: groups.length }
  })
  on('biaozhu/reviewGroup', async ({ by, key, filter = {}, uri, ...part }, state) => {
    const rows = new PartOf<() => ReviewRow>(part)
    for await (const place of each(placesOf(state, uri), context)) {
      const things = thingsInGroup(place, key, { by, filter })
      rows.add(
        things.map(
          ({ row }) =>
            () =>
              toRow(place, row()),
        ),
      )
      if (rows.isFull) break
    }
    return rows.taken.map((row) => row())
  })
  on('biaozhu/doneSince', ({ since }, state) => doneSince(state, since))
  on('biaozhu/pageStates', ({ uris }, state) => pageStates(state, uris, versions))
}

/** All pages in the order of a review, or one. */
function placesOf(state: Snapshot, uri: string | undefined): readonly PageOfCorpus[] {
  if (uri === undefined) return pagesToReview(state)
  const place = findPage(state, uri)
  return place === undefined ? [] : [place]
}

/** In steps that let other work go first; suggestions that are not known yet are looked for before. */
async function* each(
  places: readonly PageOfCorpus[],
  { analysed }: Pick<ReviewContext, 'analysed'>,
): AsyncGenerator<PageOfCorpus, void> {
  let since = performance.now()
  for (const place of places) {
    if (!place.document.isAnalysed) await analysed(place.document.uri)
    yield place
    if (performance.now() - since < slice) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

function toRow({ document }: PageOfCorpus, { span, highlight, ...row }: OpenRow): ReviewRow {
  const { start, end } = highlight
  return { ...row, location: placeToLocation({ document, span }), highlight: [start, end] }
}

/** Milliseconds after which a loop lets other work of the server go first. */
const slice = 10
