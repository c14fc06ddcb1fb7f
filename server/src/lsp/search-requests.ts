/** Our own requests of search, typed by protocol.ts. A search lets others go first, and ends when its answer is not wanted. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node'
import type { Snapshot } from '../corpus/snapshot/model.ts'
import { writeTable } from '../feature/export/list-export.ts'
import { groupsOf, type HitGroup, inOrder } from '../feature/search/arranged.ts'
import { characters, type Tokens } from '../feature/search/collocates.ts'
import { completions } from '../feature/search/completions.ts'
import { TooSlow } from '../feature/search/expressions.ts'
import {
  collocatesOf,
  type Found,
  type FoundHit,
  findAll,
  type Means,
} from '../feature/search/found.ts'
import { foundRecords } from '../feature/search/found-records.ts'
import { parseQuery, type SearchQuery } from '../feature/search/query.ts'
import type { QueryFault } from '../feature/search/query-parts.ts'
import { type FoundRow, foundRow } from '../feature/search/rows.ts'
import { recordTable, rounded } from '../feature/search/tables.ts'
import { ExpressionThread } from '../feature/search/thread.ts'
import type {
  SearchAnswer,
  SearchFault,
  SearchGrouping,
  SearchParams,
  SearchRow,
  SearchSort,
} from '../protocol.ts'
import { spanToRange } from '../text/lines.ts'
import { placeToLocation } from './convert.ts'
import { answerer } from './own-requests.ts'
import type { RequestContext } from './page-requests.ts'

export interface SearchContext extends RequestContext {
  readonly version: string
  readonly words: Tokens | undefined
}

export function answerSearchRequests(context: SearchContext): void {
  const { version, words = characters } = context
  const on = answerer(context)
  const searches = new Searches()
  on('biaozhu/search', (params, state, token) =>
    withQuery(params.query, token, async (query, means) => {
      const search = await searches.of(state, params.query, query, means)
      return answerOf(search.found, await search.arranged(params, means), params)
    }),
  )
  on('biaozhu/searchHint', ({ query: text }, state) => {
    const query = parseQuery(text)
    return {
      ...('fault' in query && text.trim() !== '' ? { fault: faultOf(query) } : {}),
      completions: completions(state, text),
    }
  })
  on('biaozhu/collocates', (params, state, token) =>
    withQuery(params.query, token, async (query, means) => {
      const tokens = params.of === 'words' ? words : characters
      const { window } = params
      const collocates = await collocatesOf(state, query, { tokens, window, means })
      const rows = collocates.found(leastCount).slice(0, mostCollocates).map(rounded)
      return { kind: 'collocates', rows } as const
    }),
  )
  on('biaozhu/exportFound', async (params, state, token) => {
    const answer = await withQuery(params.query, token, async (query, means) => {
      const search = await searches.of(state, params.query, query, means)
      const { hits, groups } = await search.arranged(params, means)
      const shown = params.by === 'none' ? hits : groups.flatMap((group) => group.hits)
      const about = { version, created: new Date().toISOString() }
      const table = recordTable(foundRecords(shown))
      return { kind: 'written', answer: await writeTable(state, table, params, about) } as const
    })
    return answer.kind === 'written' ? answer.answer : { lines: 0, problem: answer.message }
  })
}

/** What stands beside it once may do so by chance. */
const leastCount = 2
/** More than anybody looks through. */
const mostCollocates = 200
/** Milliseconds after which a search lets other work of the server go first. */
const slice = 5

/** The search that was asked for last: the parts of its answer are asked for one after the other. */
class Searches {
  #last: { readonly state: Snapshot; readonly text: string; readonly search: Search } | undefined

  async of(state: Snapshot, text: string, query: SearchQuery, means: Means): Promise<Search> {
    const last = this.#last
    if (last?.state === state && last.text === text) return last.search
    const search = new Search(await findAll(state, query, means))
    this.#last = { state, text, search }
    return search
  }
}

interface Arranged {
  readonly hits: readonly FoundHit[]
  readonly groups: readonly HitGroup[]
}

class Search {
  readonly found: Found
  readonly #arranged = new Map<string, Arranged>()

  constructor(found: Found) {
    this.found = found
  }

  async arranged(
    { by, sort }: { readonly by: SearchGrouping; readonly sort: SearchSort },
    { pause }: Means,
  ): Promise<Arranged> {
    const key = `${by} ${sort}`
    const known = this.#arranged.get(key)
    if (known !== undefined) return known
    const hits = await inSteps(inOrder(this.found.hits, sort), pause)
    // Pages in their order, whatever is sorted in them.
    const groups =
      by === 'page' ? await this.#byPage(sort, pause) : await inSteps(groupsOf(hits, by), pause)
    const arranged = { hits, groups }
    this.#arranged.set(key, arranged)
    return arranged
  }

  async #byPage(sort: SearchSort, pause: Means['pause']): Promise<readonly HitGroup[]> {
    const sorted: HitGroup[] = []
    for (const group of await inSteps(groupsOf(this.found.hits, 'page'), pause)) {
      sorted.push({ ...group, hits: await inSteps(inOrder(group.hits, sort), pause) })
    }
    return sorted
  }
}

async function inSteps<T>(steps: Generator<void, T>, pause: Means['pause']): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pause()
  }
}

async function withQuery<T>(
  text: string,
  token: CancellationToken,
  work: (query: SearchQuery, means: Means) => Promise<T>,
): Promise<T | Extract<SearchAnswer, { readonly kind: 'fault' | 'stopped' }>> {
  const query = parseQuery(text)
  if ('fault' in query) return { kind: 'fault', ...faultOf(query) }
  const thread = new ExpressionThread()
  try {
    return await work(query, meansOf(token, thread))
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error
    return { kind: 'stopped', message: error.message }
  } finally {
    thread.close()
  }
}

function meansOf(token: CancellationToken, thread: ExpressionThread): Means {
  let since = performance.now()
  return {
    async pause() {
      if (performance.now() - since >= slice) {
        await new Promise((resolve) => setImmediate(resolve))
        since = performance.now()
      }
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
      }
    },
    async matches(texts, source, flags) {
      const found = await thread.matches(texts, source, flags)
      since = performance.now()
      return found
    },
  }
}

function faultOf({ fault, at: { start, end } }: QueryFault): SearchFault {
  return { message: fault, at: [start, end] }
}

function answerOf(
  { hits: all, pages, isWhole, waiting }: Found,
  { hits, groups }: Arranged,
  { group, from = 0, most }: SearchParams,
): SearchAnswer {
  const wanted =
    group === undefined ? hits : (groups.find((each) => each.key === group)?.hits ?? [])
  return {
    kind: 'found',
    count: all.length,
    pages,
    ...(isWhole ? {} : { more: true }),
    waiting,
    groups: group === undefined ? groups.map(({ hits: _hits, ...each }) => each) : [],
    rows: wanted.slice(from, from + most).map((hit) => rowOf(foundRow(hit))),
  }
}

function rowOf({ document, span, mention, ...row }: FoundRow): SearchRow {
  const { lines } = document
  const location = placeToLocation({ document, span })
  if (mention === undefined) return { ...row, location }
  const { span: around, ...about } = mention
  return { ...row, location, mention: { ...about, range: spanToRange(lines, around) } }
}
