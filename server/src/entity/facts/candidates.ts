/** What may be facts of the initiatives of a page, with its features. */

import { groupBy } from '../../values/group-by.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { initiativeKind, initiativeKinds } from '../initiative.ts'
import { addPair, Features, type Pair } from './features.ts'
import type { Actor, Scene } from './scene.ts'

/** The kinds of facts that texts say, and the types of mentions that say them. */
export const factTypes = {
  owner: ['Organization'],
  place: ['Place', 'Organization'],
  since: ['Date'],
  targets: ['Group'],
  figures: ['Figure'],
} as const

export type FactKey = keyof typeof factTypes

export const factKeys: readonly FactKey[] = ['owner', 'place', 'since', 'targets', 'figures']

/** What may be one fact of one initiative. */
export interface Candidate {
  readonly scene: Scene
  /** Number of the initiative on its page. */
  readonly initiative: number
  /** Where it stands closest to a mention of the initiative. */
  readonly at: Actor
  readonly places: readonly Actor[]
  /** Organisations and places by the thing that they name, others by their text. */
  readonly identity: number | string
  readonly features: readonly number[]
}

/** All of one kind on a page, initiative by initiative. `type` is that of initiatives. */
export function candidatesOf(
  scenes: readonly Scene[],
  key: FactKey,
  lexicon: Lexicon,
  type = 'Initiative',
): readonly Candidate[] {
  return scenes.flatMap((scene) => {
    const places = groupBy(
      scene.actors.filter((actor) => isOf(key, actor.type)),
      identityOf,
    )
    const initiatives = groupBy(
      scene.actors.filter((actor) => actor.type === type),
      ({ thing }) => thing,
    )
    return [...initiatives].flatMap(([initiative, mentions]) => {
      const kind = initiativeKinds.indexOf(initiativeKind(longest(mentions), lexicon))
      return [...places].flatMap(([identity, at]): readonly Candidate[] => {
        const pair = closest(scene, mentions, at)
        if (pair === undefined) return []
        const features = new Features(factKeys.indexOf(key))
        addPair(features, pair, kind, lexicon)
        features.add(60, Math.min(mentions.length, 3))
        return [
          { scene, initiative, at: pair.candidate, places: at, identity, features: features.list },
        ]
      })
    })
  })
}

function isOf(key: FactKey, type: string): boolean {
  return (factTypes[key] as readonly string[]).includes(type)
}

function identityOf({ type, thing, text }: Actor): number | string {
  return type === 'Organization' || type === 'Place' ? thing : text
}

function longest(mentions: readonly Actor[]): string {
  return mentions.reduce((name, { text }) => (text.length > name.length ? text : name), '')
}

/** A sentence between counts as so many characters. */
const sentenceLength = 150

function closest(
  scene: Scene,
  initiatives: readonly Actor[],
  places: readonly Actor[],
): Pair | undefined {
  let best: Pair | undefined
  let least = Number.POSITIVE_INFINITY
  for (const initiative of initiatives) {
    for (const candidate of places) {
      if (candidate.start < initiative.end && initiative.start < candidate.end) continue
      const gap =
        candidate.start >= initiative.end
          ? candidate.start - initiative.end
          : initiative.start - candidate.end
      const apart =
        (scene.sentences[candidate.start] ?? 0) - (scene.sentences[initiative.start] ?? 0)
      const distance = gap + sentenceLength * Math.abs(apart)
      if (distance >= least) continue
      least = distance
      best = { scene, initiative, candidate, places }
    }
  }
  return best
}
