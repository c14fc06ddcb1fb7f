/** What may be facts of the initiatives of a page, with its features. */

import { groupBy } from '../../values/group-by.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { initiativeKind, initiativeKinds } from '../initiative.ts'
import { addArea, type Owners } from './area-features.ts'
import { addPair, Features, type Pair } from './features.ts'
import type { Actor, Scene } from './scene.ts'
import { isArea } from './scene-areas.ts'

/** The kinds of facts that texts say, and the types of mentions that say them. */
export const factTypes = {
  owner: ['Organization'],
  place: ['Place', 'Organization', 'Area'],
  since: ['Date'],
  targets: ['Group'],
  figures: ['Figure'],
} as const

export type FactKey = keyof typeof factTypes

export const factKeys: readonly FactKey[] = ['owner', 'place', 'since', 'targets', 'figures']

const noOwners: Owners = new Map()

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
  /** Of the initiative in its text, small numbers: what tells how much of it the text says. */
  readonly context: readonly number[]
}

/** A candidate and how surely it is a fact. */
export interface Judged extends Candidate {
  /** 0 to 1. */
  readonly confidence: number
}

/** All of one kind on a page, initiative by initiative; places are told by `owners` too. `type` is that of initiatives. */
export function candidatesOf(
  scenes: readonly Scene[],
  key: FactKey,
  lexicon: Lexicon,
  owners: Owners = noOwners,
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
      const context = [kind, ...standing(scene, mentions, initiatives.size)]
      return [...places].flatMap(([identity, at]): readonly Candidate[] => {
        const said = at.filter((actor) => !isArea(actor))
        const pair = closest(scene, mentions, said) ?? closest(scene, mentions, at)
        if (pair === undefined) return []
        const features = new Features(factKeys.indexOf(key))
        addPair(features, pair, kind, lexicon)
        features.add(60, Math.min(mentions.length, 3))
        if (key === 'place') addArea(features, pair, owners.get(initiative), lexicon)
        return [
          {
            scene,
            initiative,
            at: pair.candidate,
            places: at,
            identity,
            features: features.list,
            context,
          },
        ]
      })
    })
  })
}

/** By initiative, how sure each organisation is its owner. `first` are their probabilities at the first look. */
export function ownersOf(candidates: readonly Candidate[], first: readonly number[]): Owners {
  const owners = new Map<number, Map<number, number>>()
  for (const [i, { initiative, at }] of candidates.entries()) {
    const own = owners.get(initiative) ?? new Map<number, number>()
    owners.set(initiative, own)
    own.set(at.thing, Math.max(own.get(at.thing) ?? 0, first[i] ?? 0))
  }
  return owners
}

/** How often it is named, whether a title names it, how many others the text has, how long the text is and how far in it comes. */
function standing(scene: Scene, mentions: readonly Actor[], initiatives: number): number[] {
  const first = mentions[0]?.start ?? 0
  const last = mentions.at(-1)?.start ?? 0
  const { text, titleEnd, sentences } = scene
  const own = mentions.map(({ start }) => sentences[start])
  const inRow = scene.actors.filter(
    ({ type, start }) => type === mentions[0]?.type && own.includes(sentences[start]),
  )
  return [
    Math.min(mentions.length, 4),
    first < titleEnd ? 1 : 0,
    Math.min(initiatives, 6),
    [100, 200, 400, 800].findIndex((most) => text.length < most) + 1,
    first === last ? Math.floor((4 * first) / Math.max(text.length, 1)) : 4,
    Math.min(new Set(inRow.map(({ thing }) => thing)).size, 4),
  ]
}

function isOf(key: FactKey, type: string): boolean {
  return (factTypes[key] as readonly string[]).includes(type)
}

function identityOf({ type, thing, text }: Actor): number | string {
  return type === 'Organization' || type === 'Place' || type === 'Area' ? thing : text
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
      const isWithin = candidate.start < initiative.end && initiative.start < candidate.end
      if (isWithin && !isArea(candidate)) continue
      const gap = isWithin
        ? 0
        : candidate.start >= initiative.end
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
