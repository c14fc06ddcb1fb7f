/** What tells whether an area or a site is the place of an initiative: whose it is and what else the text offers. */
import type { Lexicon } from '../../values/lexicon.ts'
import { bareLevel } from './areas.ts'
import type { Features, Pair } from './features.ts'
import type { Actor } from './scene.ts'
import { isArea } from './scene-areas.ts'

/** By initiative, how sure each organisation is its owner, 0 to 1. */
export type Owners = ReadonlyMap<number, ReadonlyMap<number, number>>

/** `owners` are those of the pair's initiative. */
export function addArea(
  features: Features,
  { scene, initiative, candidate, places }: Pair,
  owners: ReadonlyMap<number, number> | undefined,
  lexicon: Lexicon,
): void {
  const areas = places.filter(isArea)
  const isSaid = areas.length < places.length ? 1 : 0
  const type = isArea(candidate) ? 0 : candidate.type === 'Place' ? 1 : 2
  const surest = (things: readonly number[]): number =>
    things.reduce((most, thing) => Math.max(most, owners?.get(thing) ?? 0), 0)
  // How sure it is the area of the owner, or the owner itself.
  const owner = level(surest([...areas.map(({ of }) => of), candidate.thing]))
  const own = areas.some(({ of }) => of === initiative.thing) ? 1 : 0
  const said = areas.map(({ said }) => saying[said]).reduce((a, b) => Math.min(a, b), 3)
  features.add(70, type, owner)
  features.add(71, type, own, owner)
  features.add(72, type, said, owner)
  features.add(73, isSaid, owner, own)
  const others = othersNear(places, scene.actors, scene.sentences, initiative)
  features.add(74, type, owner, others)
  features.add(75, type, others)
  const last = candidate.text.charCodeAt(candidate.text.length - 1)
  features.add(76, last, owner)
  features.add(77, last, own)
  // 总工会 runs things in its area, a company of that name need not.
  for (const end of new Set(areas.map(({ name }) => name.slice(-2)))) {
    features.addText(81, end, 0, end.length, owner)
    features.addText(82, end, 0, end.length, 8 + isSaid)
  }
  const named = bareLevel(initiative.text, lexicon)
  if (named !== undefined) features.add(78, candidate.text.endsWith(named) ? 1 : 0, owner, type)
  const surestOwner = [...(owners ?? [])].reduce((most, [, each]) => Math.max(most, each), 0)
  features.add(79, type, level(surestOwner))
  const leadEnd = scene.titleEnd + leadLength
  const inLead = places.some(
    (each) => !isArea(each) && each.start >= scene.titleEnd && each.start < leadEnd,
  )
  features.add(80, type, inLead ? 1 : 0, owner)
}

/** The dateline and the begin of the first sentence, in UTF-16 units. */
const leadLength = 60

const saying = { here: 0, elsewhere: 1, page: 2 } as const

/** How many other places stand in the sentence of the initiative, up to two. */
function othersNear(
  places: readonly Actor[],
  actors: readonly Actor[],
  sentences: Int32Array,
  initiative: Actor,
): number {
  const here = sentences[initiative.start]
  const things = new Set(
    actors
      .filter(({ type, start }) => type === 'Place' && sentences[start] === here)
      .map(({ thing }) => thing),
  )
  for (const { thing } of places) things.delete(thing)
  return Math.min(things.size, 2)
}

/** 0 to 4 by how sure. */
function level(sureness: number): number {
  return [0.05, 0.25, 0.5, 0.75, 1].findIndex((step) => sureness <= step)
}
