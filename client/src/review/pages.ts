/** The pages on which something is open, brought up to date with as few questions as it takes. */
import type { ReviewFilter, ReviewPage, ReviewState } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import type { Server } from '../server/server.ts'

/** So many pages are asked for as a whole after each change: a decision may touch names on all of them. */
const few = 200

/** `changed`: keys of the pages that may have changed, `undefined` for all of them. */
export async function pagesToReview(
  server: Server,
  filter: ReviewFilter,
  known: readonly ReviewPage[],
  changed: ReadonlySet<string> | undefined,
): Promise<readonly ReviewPage[]> {
  const listed = known.filter(({ uri }) => changed?.has(uriKey(uri)))
  // A page that is not in the list has its place in it only when all are asked for.
  if (changed === undefined || known.length <= few || listed.length < changed.size) {
    return (await server.request('biaozhu/review', { filter })) ?? []
  }
  const states = await Promise.all(
    listed.map(({ uri }) => server.request('biaozhu/reviewState', { uri, filter })),
  )
  const now = new Map(listed.map(({ uri }, index) => [uri, states[index] ?? undefined]))
  return known.flatMap((page) => {
    if (!now.has(page.uri)) return [page]
    const state = now.get(page.uri)
    const isListed = state !== undefined && openThings(state) + (state.rejected ?? 0) > 0
    return !isListed ? [] : [{ ...page, ...state }]
  })
}

/** How much a person has to look at. */
export function openThings({ open, unsure, doubts, joins }: ReviewState): number {
  return open + unsure + doubts + joins
}
