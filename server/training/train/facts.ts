/** Trains the model of facts on the written corpus: which mention says the owner, place, start, targets, figures of an initiative. */
import { analysePage } from '../../../test/page/analyse-page.ts'
import type { Mention } from '../../src/annotation/record/mention.ts'
import { loadLexicon } from '../../src/corpus/analysis/lexicon.ts'
import type { Owners } from '../../src/entity/facts/area-features.ts'
import { isSamePlace } from '../../src/entity/facts/areas.ts'
import {
  type Candidate,
  candidatesOf,
  type FactKey,
  factKeys,
  ownersOf,
} from '../../src/entity/facts/candidates.ts'
import { secondLook } from '../../src/entity/facts/found-facts.ts'
import { FactModel } from '../../src/entity/facts/model.ts'
import { type Scene, scenesOf } from '../../src/entity/facts/scene.ts'
import { withAreas } from '../../src/entity/facts/scene-areas.ts'
import { nameKey } from '../../src/entity/names.ts'
import { clustersOnPage, type LinkedPage } from '../../src/entity/on-page.ts'
import { plain } from '../pages/check.ts'
import type { CorpusPage, InitiativeFacts } from '../pages/read.ts'

const lexicon = loadLexicon(new URL('../../lexicon', import.meta.url).pathname)

/** The page with its gold mentions, linked. */
export function linkedPage({ name, text, spans, facts }: CorpusPage): LinkedPage {
  const page = analysePage(text)
  const mentions = spans.map(({ start, end, type }): Mention => {
    const article = page.articles.findIndex(({ blocks }) =>
      blocks.some(({ span }) => span.start <= start && start < span.end),
    )
    return {
      spans: [{ start, end }],
      type,
      status: 'accepted',
      text: plain(text.slice(start, end)),
      article: article < 0 ? undefined : article,
      source: '',
      confidence: 1,
    }
  })
  return { path: name, text, page, mentions, newspaper: facts.page.paper, lexicon }
}

/** The gold values of one kind of fact. */
export function goldValues(facts: InitiativeFacts, key: FactKey): readonly string[] {
  if (key === 'figures') return facts.figures.map(({ value }) => plain(value))
  return facts[key].map(plain)
}

/** Gold initiatives of a page by the number that they have in its scenes. */
export function goldByThing(
  page: LinkedPage,
  { facts }: CorpusPage,
): ReadonlyMap<number, InitiativeFacts> {
  const byForm = new Map<string, InitiativeFacts>()
  for (const each of facts.initiatives) {
    for (const form of [each.name, ...each.aliases]) {
      const key = nameKey(plain(form))
      if (!byForm.has(key)) byForm.set(key, each)
    }
  }
  const found = new Map<number, InitiativeFacts>()
  for (const [i, { type, mentions }] of clustersOnPage(page).entries()) {
    const forms = mentions.map(({ text }) => byForm.get(nameKey(text)))
    const gold = forms.find((each) => each !== undefined)
    if (type === 'Initiative' && gold !== undefined) found.set(i, gold)
  }
  return found
}

interface Example {
  readonly key: FactKey
  /** Number of the paper, by which papers are kept apart. */
  readonly fold: number
  readonly candidates: readonly Candidate[]
  readonly right: readonly boolean[]
}

/** A page with what its examples are made of. */
interface Lesson {
  readonly fold: number
  readonly scenes: readonly Scene[]
  readonly placeScenes: readonly Scene[]
  readonly gold: ReadonlyMap<number, InitiativeFacts>
}

/**
 * The model of all kinds of facts and both looks, learned together because they share the weights. Deterministic.
 * `keys` are the kinds that it learns; places need owners.
 */
export function trainFacts(
  pages: readonly CorpusPage[],
  keys: readonly FactKey[] = factKeys,
): ReadonlyMap<number, number> {
  const papers = [...new Set(pages.map(({ paper }) => paper))]
  const lessons = pages.map((page) => lesson(page, papers.indexOf(page.paper) % folds))
  const owners = lessons.map((each) => exampleOf(each, 'owner'))
  const ofOthers = firstLooks(owners).map((first, i) =>
    ownersOf(owners[i]?.candidates ?? [], first),
  )
  const examples = keys.flatMap((key) =>
    key === 'owner' ? owners : lessons.map((each, i) => exampleOf(each, key, ofOthers[i])),
  )
  return learn([...examples.flatMap(rowsOf), ...secondRows(examples)])
}

function lesson(page: CorpusPage, fold: number): Lesson {
  const linked = linkedPage(page)
  const scenes = scenesOf(linked)
  return { fold, scenes, placeScenes: withAreas(linked, scenes), gold: goldByThing(linked, page) }
}

function exampleOf(
  { fold, scenes, placeScenes, gold }: Lesson,
  key: FactKey,
  owners?: Owners,
): Example {
  const candidates = candidatesOf(key === 'place' ? placeScenes : scenes, key, lexicon, owners)
  const right = candidates.map(({ initiative, places }) => {
    const facts = gold.get(initiative)
    const values = facts === undefined ? [] : goldValues(facts, key)
    return places.some(({ text }) => values.some((value) => isSameValue(key, value, text)))
  })
  return { key, fold, candidates, right }
}

/** Whether a gold value says what `text` says: `张湾` is the place `十堰市张湾区` too. */
export function isSameValue(key: FactKey, value: string, text: string): boolean {
  return value === text || (key === 'place' && isSamePlace(value, text, lexicon))
}

interface Row {
  readonly features: readonly number[]
  readonly right: boolean
}

function rowsOf({ candidates, right }: Example): readonly Row[] {
  return candidates.map(({ features }, i) => ({ features, right: right[i] === true }))
}

/** What the first look says of each example, learned from papers of other folds. */
function firstLooks(examples: readonly Example[]): readonly (readonly number[])[] {
  const models = Array.from({ length: folds }, (_, fold) => {
    const known = learn(examples.filter((each) => each.fold !== fold).flatMap(rowsOf))
    return new FactModel(Uint32Array.from(known.keys()), Float32Array.from(known.values()))
  })
  return examples.map(({ fold, candidates }) =>
    candidates.map(({ features }) => models[fold]?.probability(features) ?? 0),
  )
}

/** The second look learns from what the first one says of papers that it has not seen. */
function secondRows(examples: readonly Example[]): readonly Row[] {
  return firstLooks(examples).flatMap((first, at) => {
    const { key, candidates, right } = examples[at] as Example
    return secondLook(candidates, key, first).map((features, i) => ({
      features,
      right: right[i] === true,
    }))
  })
}

const folds = 5
/** Rows in which a feature has to stand to be learned. */
const fewest = 12
/** An even number. */
const rounds = 12
const rate = 0.02
const decay = 1e-4

/** Logistic regression by AdaGrad, in an order that is mixed alike each time. Weights by feature, the mean of the later rounds. */
function learn(rows: readonly Row[]): ReadonlyMap<number, number> {
  const { slots, order } = numbered(rows)
  const weights = new Float64Array(slots.size)
  const squares = new Float64Array(slots.size)
  const sums = new Float64Array(slots.size)
  const random = mixer()
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const [a, b] = [order[i], order[j]]
      if (a === undefined || b === undefined) continue
      order[i] = b
      order[j] = a
    }
    for (const { features, right } of order) {
      let sum = 0
      for (const slot of features) sum += weights[slot] ?? 0
      const gradient = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0)
      for (const slot of features) {
        const weight = weights[slot] ?? 0
        const square = (squares[slot] ?? 0) + gradient * gradient
        squares[slot] = square
        weights[slot] =
          weight - (rate * gradient) / Math.sqrt(square + 1e-6) - rate * decay * weight
      }
    }
    if (round < rounds / 2) continue
    for (const [slot, weight] of weights.entries()) sums[slot] = (sums[slot] ?? 0) + weight
  }
  return new Map([...slots].map(([feature, slot]) => [feature, (sums[slot] ?? 0) / (rounds / 2)]))
}

/** Features as numbers from 0 on. What stands in few rows says little of others and is left out. */
function numbered(rows: readonly Row[]): { slots: ReadonlyMap<number, number>; order: Row[] } {
  const counts = new Map<number, number>()
  for (const { features } of rows) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const slots = new Map<number, number>()
  for (const [feature, count] of counts) if (count >= fewest) slots.set(feature, slots.size)
  const order = rows.map(({ features, right }) => ({
    features: features.flatMap((feature) => slots.get(feature) ?? []),
    right,
  }))
  return { slots, order }
}

/** Numbers from 0 to 1, always the same (a linear congruential generator, Numerical Recipes). */
function mixer(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
