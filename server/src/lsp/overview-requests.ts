/** Our own requests about the whole corpus in numbers and about one initiative, typed by protocol.ts. They let others go first. */
import { commitOf } from '../corpus/paths/git-commit.ts'
import type { Corpus, Snapshot } from '../corpus/snapshot/model.ts'
import { copiedInitiative } from '../feature/initiative/copied.ts'
import { type Detail, initiativeDetail } from '../feature/initiative/detail.ts'
import { numberCsv } from '../feature/overview/csv.ts'
import { overview } from '../feature/overview/overview.ts'
import { numberSpans } from '../feature/overview/spans.ts'
import type { InitiativeDetail } from '../protocol.ts'
import { defined } from '../values/defined.ts'
import { placeToLocation } from './convert.ts'
import { answerer } from './own-requests.ts'
import type { RequestContext } from './page-requests.ts'

export interface OverviewContext extends RequestContext {
  /** Of Biaozhu. */
  readonly version: string
  /** Puts on disk what is confirmed. */
  readonly flush: () => Promise<void>
}

export function answerOverviewRequests(context: OverviewContext): void {
  const { version, flush } = context
  const heldBy = async (corpus: Corpus): Promise<string | undefined> => {
    await flush()
    return commitOf(corpus)
  }
  const on = answerer(context)
  on('biaozhu/overview', async ({ corpus: root }, state) => {
    const corpus = root === undefined ? state.corpora[0] : corpusAt(state, root)
    if (corpus === undefined) return null
    const [numbers, commit] = await Promise.all([
      inSlices(overview(corpus, version)),
      heldBy(corpus),
    ])
    return { ...numbers, ...defined({ commit }) }
  })
  on('biaozhu/initiative', ({ corpus: root, id }, state) => {
    const corpus = corpusAt(state, root)
    const detail = corpus && initiativeDetail(corpus, id)
    return detail === undefined ? null : withLocations(detail)
  })
  on('biaozhu/initiativeText', ({ corpus: root, id, format }, state) => {
    const corpus = corpusAt(state, root)
    return (corpus && copiedInitiative(corpus, id, format)) ?? null
  })
  on('biaozhu/overviewSpans', async ({ corpus: root, ...number }, state) => {
    const corpus = corpusAt(state, root)
    if (corpus === undefined) return { total: 0, spans: [] }
    const { total, spans } = await inSlices(numberSpans(corpus, number))
    return {
      total,
      spans: spans.map(({ place, highlight: { start, end }, ...span }) => ({
        ...span,
        location: placeToLocation(place),
        highlight: [start, end] as const,
      })),
    }
  })
  on('biaozhu/overviewCsv', async ({ corpus: root, ...number }, state) => {
    const corpus = corpusAt(state, root)
    if (corpus === undefined) return { csv: '' }
    const commit = await heldBy(corpus)
    return inSlices(numberCsv(corpus, number, { version, commit }))
  })
}

function withLocations({ facts, mentions, ...detail }: Detail): InitiativeDetail {
  return {
    ...detail,
    facts: facts.map(({ said, ...group }) => ({
      ...group,
      said: said.map(({ place, ...fact }) => ({ ...fact, location: placeToLocation(place) })),
    })),
    mentions: mentions.map(({ place, ...line }) => ({ ...line, location: placeToLocation(place) })),
  }
}

function corpusAt({ corpora }: Snapshot, root: string): Corpus | undefined {
  return corpora.find((corpus) => corpus.root === root)
}

/** Milliseconds after which a loop lets other work of the server go first. */
const slice = 10

async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < slice) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
