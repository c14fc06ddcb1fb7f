/** Trains the model of facts on the written corpus: which mention says the owner, place, start, targets, figures of an initiative. */
import { analysePage } from '../../../test/page/analyse-page.ts'
import type { Mention } from '../../src/annotation/record/mention.ts'
import { loadLexicon } from '../../src/corpus/analysis/lexicon.ts'
import {
  type Candidate,
  candidatesOf,
  type FactKey,
  factKeys,
} from '../../src/entity/facts/candidates.ts'
import { secondLook } from '../../src/entity/facts/found-facts.ts'
import { FactModel } from '../../src/entity/facts/model.ts'
import { scenesOf } from '../../src/entity/facts/scene.ts'
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
  readonly paper: string
  readonly candidates: readonly Candidate[]
  readonly right: readonly boolean[]
}

/** The model of all kinds of facts and both looks, learned together because they share the weights. Deterministic. */
export function trainFacts(pages: readonly CorpusPage[]): ReadonlyMap<number, number> {
  const examples = pages.flatMap((page) => {
    const linked = linkedPage(page)
    const gold = goldByThing(linked, page)
    const scenes = scenesOf(linked)
    return factKeys.map((key): Example => {
      const candidates = candidatesOf(scenes, key, lexicon)
      const right = candidates.map(({ initiative, places }) => {
        const facts = gold.get(initiative)
        const values = facts === undefined ? [] : goldValues(facts, key)
        return places.some(({ text }) => values.includes(text))
      })
      return { key, paper: page.paper, candidates, right }
    })
  })
  return learn([...examples.flatMap(rowsOf), ...secondRows(examples)])
}

interface Row {
  readonly features: readonly number[]
  readonly right: boolean
}

function rowsOf({ candidates, right }: Example): readonly Row[] {
  return candidates.map(({ features }, i) => ({ features, right: right[i] === true }))
}

/** The second look learns from what the first one says of papers that it has not seen. */
function secondRows(examples: readonly Example[]): readonly Row[] {
  const papers = [...new Set(examples.map(({ paper }) => paper))]
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const held = new Set(papers.filter((_, i) => i % folds === fold))
    const known = learn(examples.filter(({ paper }) => !held.has(paper)).flatMap(rowsOf))
    const model = new FactModel(Uint32Array.from(known.keys()), Float32Array.from(known.values()))
    return examples
      .filter(({ paper }) => held.has(paper))
      .flatMap(({ key, candidates, right }) => {
        const first = candidates.map(({ features }) => model.probability(features))
        return secondLook(candidates, key, first).map((features, i) => ({
          features,
          right: right[i] === true,
        }))
      })
  })
}

const folds = 5
/** Rows in which a feature has to stand to be learned. */
const fewest = 12
const rounds = 12
const rate = 0.1
const decay = 1e-4

/** Logistic regression by AdaGrad, in an order that is mixed alike each time. Weights by feature. */
function learn(rows: readonly Row[]): ReadonlyMap<number, number> {
  const { slots, order } = numbered(rows)
  const weights = new Float64Array(slots.size)
  const squares = new Float64Array(slots.size)
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
  }
  return new Map([...slots].map(([feature, slot]) => [feature, weights[slot] ?? 0]))
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
