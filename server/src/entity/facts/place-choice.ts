/** Which place is shown of those that may be one: a site that the text says, else the area of whose it is. */
import { greatest } from '../../values/greatest.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { isAreaBody } from './areas.ts'
import type { Judged } from './candidates.ts'
import { isArea } from './scene-areas.ts'

/** A place that is said is not shown if it is less sure than this; chosen on the dev part of the written corpus. */
const leastSure = 0.35

/** An area that only a name says: the guidelines ask for it where no other place is said. */
const leastSureArea = 0.2

/** A place that is said goes before the area of the owner if it is as sure as this; chosen on dev. */
const surerThanOwner = 0.6

/** `candidates` are those of one initiative; `leads` are the owners that are shown, by initiative. */
export function shownPlace(
  candidates: readonly Judged[],
  leads: ReadonlyMap<number, number>,
  lexicon: Lexicon,
): Judged | undefined {
  const initiative = candidates[0]?.initiative ?? -1
  const said = best(
    candidates.filter(
      ({ at, confidence }) => confidence >= (isArea(at) ? leastSureArea : leastSure),
    ),
  )
  const ofOwner = areaOf(candidates, lexicon, leads.get(initiative))
  if (said !== undefined && (ofOwner === undefined || said.confidence >= surerThanOwner)) {
    return said
  }
  const lead = leads.get(initiative) === undefined ? mainOwner(candidates, leads) : undefined
  return (
    ofOwner ?? said ?? areaOf(candidates, lexicon, initiative) ?? areaOf(candidates, lexicon, lead)
  )
}

/** The surest area in the names of a thing. */
function areaOf(
  candidates: readonly Judged[],
  lexicon: Lexicon,
  thing: number | undefined,
): Judged | undefined {
  return best(
    candidates.filter(({ places }) =>
      places.some((each) => isArea(each) && each.of === thing && isAreaBody(each.name, lexicon)),
    ),
  )
}

/** Who runs most of the text's initiatives. */
function mainOwner(
  candidates: readonly Judged[],
  leads: ReadonlyMap<number, number>,
): number | undefined {
  const actors = candidates[0]?.scene.actors ?? []
  const counts = new Map<number, number>()
  for (const thing of new Set(actors.map((actor) => actor.thing))) {
    const lead = leads.get(thing)
    if (lead !== undefined) counts.set(lead, (counts.get(lead) ?? 0) + 1)
  }
  const most = greatest(counts.values(), 0)
  return [...counts].find(([, count]) => count === most)?.[0]
}

function best(candidates: readonly Judged[]): Judged | undefined {
  return candidates.toSorted((a, b) => b.confidence - a.confidence)[0]
}
