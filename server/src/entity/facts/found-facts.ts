/** The facts that the text of a page says of its initiatives. */

import type { Mention } from '../../annotation/record/mention.ts'
import { greatest } from '../../values/greatest.ts'
import { groupBy } from '../../values/group-by.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import type { LinkedPage } from '../on-page.ts'
import type { Owners } from './area-features.ts'
import {
  type Candidate,
  candidatesOf,
  type FactKey,
  factKeys,
  type Judged,
  ownersOf,
} from './candidates.ts'
import { Features } from './features.ts'
import { type FactModel, readFactModel } from './model.ts'
import { shownPlace } from './place-choice.ts'
import { type Scene, scenesOf } from './scene.ts'
import { withAreas } from './scene-areas.ts'

/** One fact with the words that say it. */
export interface FoundFact {
  readonly key: FactKey
  readonly mention: Mention
  /** 0 to 1. */
  readonly confidence: number
}

/** Facts less sure than this are not shown, places by `place-choice.ts`; chosen on the dev part of the written corpus. */
export const leastSure: Readonly<Record<Exclude<FactKey, 'place'>, number>> = {
  owner: 0.26,
  since: 0.14,
  targets: 0.45,
  figures: 0.46,
}

/** Keys that a text gives by how far it is about the initiative; of others that says too little (on dev). */
const ofContext: ReadonlySet<FactKey> = new Set(['place', 'since', 'targets'])

/** By mention of an initiative, the surest of each key first; the same for all mentions of one. */
export function foundFacts(page: LinkedPage): ReadonlyMap<Mention, readonly FoundFact[]> {
  const known = found.get(page.mentions)
  if (known !== undefined) return known
  const model = modelOf(page.lexicon)
  const facts =
    model === undefined ? new Map<Mention, readonly FoundFact[]>() : factsOf(page, model)
  found.set(page.mentions, facts)
  return facts
}

/** Mentions are made once for each state of a page. */
const found = new WeakMap<readonly Mention[], ReadonlyMap<Mention, readonly FoundFact[]>>()

const modelOf = oncePer((lexicon: Lexicon): FactModel | undefined => {
  const bytes = lexicon.models?.get('facts')
  return bytes === undefined ? undefined : readFactModel(bytes)
})

function factsOf(page: LinkedPage, model: FactModel): ReadonlyMap<Mention, readonly FoundFact[]> {
  const scenes = scenesOf(page)
  const placeScenes = withAreas(page, scenes)
  const byThing = new Map<number, FoundFact[]>()
  let owners: Owners = new Map()
  /** By initiative, the owner that is shown first. */
  const leads = new Map<number, number>()
  for (const key of factKeys) {
    const candidates = candidatesOf(
      key === 'place' ? placeScenes : scenes,
      key,
      page.lexicon,
      owners,
    )
    const first = candidates.map(({ features }) => model.probability(features))
    if (key === 'owner') owners = ownersOf(candidates, first)
    const judged = judge(candidates, key, first, model)
    for (const { initiative, at, confidence } of chosen(judged, key, leads, page.lexicon)) {
      if (key === 'owner' && !leads.has(initiative)) leads.set(initiative, at.thing)
      const list = byThing.get(initiative) ?? []
      byThing.set(initiative, list)
      list.push({ key, mention: at.mention, confidence })
    }
  }
  const facts = new Map<Mention, readonly FoundFact[]>()
  for (const { actors } of scenes) {
    for (const { mention, thing } of actors) {
      const own = byThing.get(thing)
      if (own !== undefined) facts.set(mention, own)
    }
  }
  return facts
}

function chosen(
  judged: readonly Judged[],
  key: FactKey,
  leads: ReadonlyMap<number, number>,
  lexicon: Lexicon,
): readonly Judged[] {
  return [...groupBy(judged, ({ initiative }) => initiative).values()].flatMap((own) => {
    if (key === 'place') return shownPlace(own, leads, lexicon) ?? []
    const sure = own
      .filter(({ confidence }) => confidence >= leastSure[key])
      .sort((a, b) => b.confidence - a.confidence)
    if (key === 'since') return sure.slice(0, 1)
    // Of owners the first is the one that leads; others have to be as good as sure.
    return key === 'owner' ? sure.filter(({ confidence }, i) => i === 0 || confidence > 0.5) : sure
  })
}

/** Two looks: the second knows what the first one says of the other initiatives of the text. */
function judge(
  candidates: readonly Candidate[],
  key: FactKey,
  first: readonly number[],
  model: FactModel,
): readonly Judged[] {
  return secondLook(candidates, key, first).map((features, i) => ({
    ...(candidates[i] as Candidate),
    confidence: model.probability(features),
  }))
}

/** The features of the second look, by candidate: those of the first, and what it says of others. */
export function secondLook(
  candidates: readonly Candidate[],
  key: FactKey,
  first: readonly number[],
): readonly (readonly number[])[] {
  const indices = candidates.map((_, i) => i)
  const elsewhere = groupByScene(indices, (i) => candidates[i]?.identity)
  const rivals = groupByScene(indices, (i) => candidates[i]?.initiative)
  return candidates.map(({ scene, identity, initiative, features: own, context }, i) => {
    const score = (index: number): number => first[index] ?? 0
    const others = (elsewhere.get(scene)?.get(identity) ?? [])
      .filter((index) => candidates[index]?.initiative !== initiative)
      .map(score)
    const against = (rivals.get(scene)?.get(initiative) ?? [])
      .filter((index) => index !== i)
      .map(score)
    const features = new Features(8 + factKeys.indexOf(key))
    const sure = level(score(i))
    const most = others.length === 0 ? 0 : level(greatest(others))
    features.add(1, most)
    features.add(2, sure)
    features.add(3, most, sure)
    const rivalry = level(greatest(against, 0))
    features.add(4, sure, rivalry)
    features.add(5, Math.min(others.filter((each) => each > 0.4).length, 3), sure)
    if (ofContext.has(key)) {
      for (const [number, value] of context.entries()) {
        features.add(10 + number, value, sure)
        features.add(20 + number, value, sure, rivalry)
      }
      features.add(30, context[0] ?? 0, context[1] ?? 0, sure)
      features.add(31, context[1] ?? 0, context[3] ?? 0, sure)
    }
    features.add(6, fine(score(i)))
    features.add(7, fine(score(i)), fine(greatest(against, 0)))
    return [...own.map((feature) => again(feature)), ...features.list]
  })

  function groupByScene<Key>(
    list: readonly number[],
    of: (index: number) => Key,
  ): ReadonlyMap<Scene | undefined, ReadonlyMap<Key, readonly number[]>> {
    const groups = groupBy(list, (index) => candidates[index]?.scene)
    return new Map([...groups].map(([scene, within]) => [scene, groupBy(within, of)]))
  }
}

/** The features of the first look have weights of their own in the second. */
function again(feature: number): number {
  return (feature ^ 0x9e3779b1) >>> 0 || 1
}

/** By how sure, in steps of half a unit of log odds. */
function fine(confidence: number): number {
  return Math.round(2 * Math.log((confidence + 0.005) / (1.005 - confidence)))
}

/** 1 to 6 by how sure. */
function level(confidence: number): number {
  return [0.05, 0.15, 0.3, 0.5, 0.75, 1].findIndex((step) => confidence <= step) + 1
}
