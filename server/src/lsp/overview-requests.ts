/** Our own requests about the whole corpus in numbers and about one initiative, typed by protocol.ts. They let others go first. */
import type { Corpus, Snapshot } from '../corpus/snapshot/model.ts'
import { type Detail, initiativeDetail } from '../feature/initiative/detail.ts'
import { numberCsv } from '../feature/overview/csv.ts'
import { overview } from '../feature/overview/overview.ts'
import { numberSpans } from '../feature/overview/spans.ts'
import type { InitiativeDetail } from '../protocol.ts'
import { placeToLocation } from './convert.ts'
import { answerer } from './own-requests.ts'
import type { RequestContext } from './page-requests.ts'

export interface OverviewContext extends RequestContext {
  /** Of Biaozhu. */
  readonly version: string
}

export function answerOverviewRequests(context: OverviewContext): void {
  const { version } = context
  const on = answerer(context)
  on('biaozhu/overview', ({ corpus: root }, state) => {
    const corpus = root === undefined ? state.corpora[0] : corpusAt(state, root)
    return corpus === undefined ? null : inSlices(overview(corpus, version))
  })
  on('biaozhu/initiative', ({ corpus: root, id }, state) => {
    const corpus = corpusAt(state, root)
    const detail = corpus && initiativeDetail(corpus, id)
    return detail === undefined ? null : withLocations(detail)
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
  on('biaozhu/overviewCsv', ({ corpus: root, ...number }, state) => {
    const corpus = corpusAt(state, root)
    return corpus === undefined ? { csv: '' } : inSlices(numberCsv(corpus, number, version))
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
