/** Our own requests about reviewing, typed by protocol.ts. */
import { findPage } from '../corpus/snapshot/model.ts'
import { nextStop } from '../feature/review/next.ts'
import { pageStates, type Versions } from '../feature/review/page-state.ts'
import { pagesToReview, reviewPage, reviewState } from '../feature/review/progress.ts'
import { openRows } from '../feature/review/rows.ts'
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
  on('biaozhu/review', async ({ filter = {} }, state) => {
    const pages: ReviewPage[] = []
    let since = performance.now()
    for (const place of pagesToReview(state)) {
      const page = reviewPage(place, filter)
      if (page !== undefined) pages.push(page)
      if (performance.now() - since < slice) continue
      await new Promise((resolve) => setImmediate(resolve))
      since = performance.now()
    }
    return pages
  })
  on('biaozhu/reviewRows', ({ uri, filter = {} }, state) => {
    const place = findPage(state, uri)
    if (place === undefined) return []
    const { document } = place
    return openRows(place, filter).map(({ span, highlight, ...row }): ReviewRow => {
      const { start, end } = highlight
      return { ...row, location: placeToLocation({ document, span }), highlight: [start, end] }
    })
  })
  on('biaozhu/pageStates', ({ uris }, state) => pageStates(state, uris, versions))
}

/** Milliseconds after which a loop lets other work of the server go first. */
const slice = 10
