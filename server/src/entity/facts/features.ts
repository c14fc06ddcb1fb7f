/** What tells whether a mention is a fact of an initiative: where both stand and what stands beside and between. */

import { finish, hashSeed, mix } from '../../recognition/spans/hash.ts'
import { greatest } from '../../values/greatest.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import type { Actor, Scene } from './scene.ts'

const acts = expressions('initiative-facts', { by: '', with: '', hosts: '', helps: '' })

/** Collects hashed features; each template has a number of its own. */
export class Features {
  readonly list: number[] = []
  readonly #seed: number

  /** `space` keeps the features of one kind of fact from those of others. */
  constructor(space: number) {
    this.#seed = mix(hashSeed, space)
  }

  add(template: number, ...values: readonly number[]): void {
    let hash = mix(this.#seed, template)
    for (const value of values) hash = mix(hash, value)
    this.list.push(finish(hash) >>> 0)
  }

  addText(template: number, text: string, from: number, to: number, value = 0): void {
    let hash = mix(mix(this.#seed, template), value)
    for (let at = Math.max(0, from); at < to; at++) {
      const mark = text.charCodeAt(at)
      if (!isQuote(mark)) hash = mix(hash, mark)
    }
    this.list.push(finish(hash) >>> 0)
  }
}

/** Straight and curly quotes: names stand with and without them. */
function isQuote(mark: number): boolean {
  return mark === 0x22 || mark === 0x27 || (mark >= 0x2018 && mark <= 0x201f)
}

/** An initiative and what may be a fact of it, where they stand closest. */
export interface Pair {
  readonly scene: Scene
  readonly initiative: Actor
  readonly candidate: Actor
  /** All places of what may be the fact. */
  readonly places: readonly Actor[]
}

const clauseMarks = /[,，、:：]/gu

/** By the number of characters between. */
function bucket(distance: number): number {
  const steps = [0, 3, 6, 12, 25, 50, 100, 250]
  return steps.findIndex((step) => distance <= step) + 1
}

function capped(value: number, most: number): number {
  return Math.min(value, most)
}

/** A number for the way from the initiative: before or behind it, in its sentence, the next, near, far. */
function wayOf({ scene: { sentences }, initiative, candidate }: Pair): number {
  const apart = Math.abs((sentences[candidate.start] ?? 0) - (sentences[initiative.start] ?? 0))
  const far = apart === 0 ? 0 : apart === 1 ? 1 : apart < 4 ? 2 : 3
  return far + (candidate.start >= initiative.end ? 4 : 0)
}

/** Adds what the pair's own places say. `kind` is a number for the kind of the initiative. */
export function addPair(features: Features, pair: Pair, kind: number, lexicon: Lexicon): void {
  const way = wayOf(pair)
  addDistance(features, pair, way)
  addNeighbours(features, pair, way)
  addBetween(features, pair, way)
  addRank(features, pair, way)
  addActs(features, pair, way, lexicon)
  const { candidate, initiative, scene } = pair
  const type = typeNumber(candidate.type)
  features.add(40, kind, type)
  features.add(41, kind, way)
  features.add(42, type)
  const { text } = candidate
  features.addText(43, text, text.length - 1, text.length)
  features.addText(44, text, text.length - 2, text.length)
  features.addText(45, text, 0, 1)
  features.add(46, capped(text.length, 12))
  const inTitle = (at: Actor): number => (at.start < scene.titleEnd ? 1 : 0)
  features.add(47, inTitle(candidate), inTitle(initiative))
  if (initiative.text.includes(text) || text.includes(initiative.text)) features.add(48)
}

function typeNumber(type: string): number {
  return type.charCodeAt(0)
}

function addDistance(
  features: Features,
  { scene, initiative, candidate }: Pair,
  way: number,
): void {
  const [first, last] =
    candidate.start >= initiative.end ? [initiative, candidate] : [candidate, initiative]
  const side = way >> 2
  const paragraphs = Math.abs(
    (scene.paragraphs[candidate.start] ?? 0) - (scene.paragraphs[initiative.start] ?? 0),
  )
  const between = scene.actors.filter(({ start, end }) => start >= first.end && end <= last.start)
  const like = between.filter(({ type }) => type === candidate.type).length
  const initiatives = between.filter(({ type }) => type === initiative.type).length
  const clauses = scene.text.slice(first.end, last.start).match(clauseMarks)?.length ?? 0
  features.add(1, way)
  features.add(2, way, bucket(last.start - first.end))
  features.add(3, side, capped(paragraphs, 3))
  features.add(4, way, capped(like, 3))
  features.add(5, way, capped(initiatives, 2))
  features.add(6, way, capped(clauses, 4))
}

function addNeighbours(
  features: Features,
  { scene, initiative, candidate }: Pair,
  way: number,
): void {
  const { text } = scene
  for (let length = 1; length <= 3; length++) {
    features.addText(10, text, candidate.start - length, candidate.start, length)
    features.addText(11, text, candidate.end, candidate.end + length, length)
    features.addText(12, text, candidate.start - length, candidate.start, 8 * length + way)
    features.addText(13, text, candidate.end, candidate.end + length, 8 * length + way)
    features.addText(14, text, initiative.start - 1 - length, initiative.start, length)
    features.addText(15, text, initiative.end, initiative.end + 1 + length, length)
  }
  features.addText(16, text, initiative.start - 3, initiative.start, way)
  features.addText(17, text, initiative.end, initiative.end + 3, way)
}

/** Of what stands between in one sentence: all of it where it is short, and its pairs of characters. */
function addBetween(features: Features, { scene, initiative, candidate }: Pair, way: number): void {
  if (way % 4 !== 0) return
  const side = way >> 2
  const [from, to] =
    side === 1 ? [initiative.end, candidate.start] : [candidate.end, initiative.start]
  if (to - from <= 10) features.addText(20, scene.text, from, to, side)
  const seen = new Set<string>()
  for (let at = from; at + 2 <= to; at++) {
    // Of a long way its ends.
    if (to - from > 40 && at === from + 19) at = to - 20
    const two = scene.text.slice(at, at + 2)
    if (seen.has(two)) continue
    seen.add(two)
    features.addText(21, two, 0, 2, side)
  }
}

/** Longest that is looked at behind a candidate for what it does, in UTF-16 units. */
const reach = 24

/** 由…主办, 联合…, …承办: what the words beside say that it does. */
function addActs(
  features: Features,
  { scene, candidate }: Pair,
  way: number,
  lexicon: Lexicon,
): void {
  const rules = acts(lexicon)
  const before = scene.text.slice(Math.max(0, candidate.start - 2), candidate.start)
  const behind = scene.text.slice(candidate.end, candidate.end + reach)
  const place = rules.by.test(before) ? 1 : rules.with.test(before) ? 2 : 0
  const act = (rules.hosts.test(behind) ? 1 : 0) + (rules.helps.test(behind) ? 2 : 0)
  features.add(61, place, act, way)
  features.add(62, place, act)
}

/** Which of several it is: the first, the nearest, the one that the article is about. */
function addRank(features: Features, pair: Pair, way: number): void {
  const { scene, initiative, candidate, places } = pair
  const same = scene.actors.filter(({ type }) => type === candidate.type)
  const here = scene.sentences[candidate.start]
  const inSentence = same.filter(({ start }) => scene.sentences[start] === here)
  const nearest = nearestInitiative(scene, initiative.type, candidate)
  const initiatives = new Set(
    scene.actors.filter(({ type }) => type === initiative.type).map(({ thing }) => thing),
  )
  features.add(30, capped(same.length, 4))
  features.add(31, same[0] === candidate ? 1 : 0, way)
  features.add(32, inSentence[0] === candidate ? 1 : 0, capped(inSentence.length, 3), way)
  features.add(33, nearest?.thing === initiative.thing ? 1 : 0, way)
  features.add(34, capped(initiatives.size, 4), way)
  features.add(35, isSubject(scene, candidate) ? 1 : 0, way)
  const before = same.filter(({ start }) => start < initiative.start).reverse()
  const ranks = [...new Set(before.map(({ thing }) => thing))]
  const rank = ranks.indexOf(candidate.thing)
  features.add(36, rank < 0 ? 9 : capped(rank, 3))
  features.add(37, capped(places.length, 4))
  features.add(38, places.some(({ start }) => start < scene.titleEnd) ? 1 : 0)
  const first = same.find(({ start }) => start >= scene.titleEnd)
  features.add(39, first?.thing === candidate.thing ? 1 : 0)
  addStanding(features, pair, same)
}

/** Whether the article is about it, and whether it is the subject that was named last. */
function addStanding(
  features: Features,
  { scene, initiative, candidate, places }: Pair,
  same: readonly Actor[],
): void {
  const counts = new Map<number, number>()
  for (const { thing } of same) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  const own = counts.get(candidate.thing) ?? 0
  const isMost = own === greatest(counts.values())
  features.add(50, isMost ? 1 : 0, own > 1 ? 1 : 0)
  const paragraph = scene.paragraphs[initiative.start]
  features.add(51, places.some(({ start }) => scene.paragraphs[start] === paragraph) ? 1 : 0)
  const earlier = places.filter(({ start }) => start < initiative.start)
  features.add(52, earlier.some((each) => isSubject(scene, each)) ? 1 : 0)
  const subjects = same.filter((each) => each.start < initiative.start && isSubject(scene, each))
  const last = subjects.at(-1)
  features.add(53, last === undefined ? 0 : last.thing === candidate.thing ? 1 : 2)
}

/** It begins its sentence, or only a date stands before it. */
function isSubject({ text, actors }: Scene, { start }: Actor): boolean {
  let at = start
  while (at > 0 && skipped.test(text.charAt(at - 1))) at--
  const before = actors.find(({ end, type }) => end === at && type === 'Date')
  if (before !== undefined) at = before.start
  return at === 0 || sentenceStart.test(text.slice(0, at).slice(-2))
}

const skipped = /[\s,，"“”]/u
/** An end of a sentence, or that of a dateline in brackets. */
const sentenceStart = /[。！？!?；;\n)）]\s?$/u

function nearestInitiative(scene: Scene, type: string, candidate: Actor): Actor | undefined {
  let nearest: Actor | undefined
  let least = Number.POSITIVE_INFINITY
  for (const actor of scene.actors) {
    if (actor.type !== type) continue
    const distance =
      actor.start >= candidate.end ? actor.start - candidate.end : candidate.start - actor.end
    if (distance >= least) continue
    least = distance
    nearest = actor
  }
  return nearest
}
