/** What is remembered from call to call changes nothing: marks and edits in any order give what a fresh start gives. */
import assert from 'node:assert/strict'
import {
  type Marks,
  negativeMark,
  type PlacedMark,
} from '../../server/src/recognition/decided/decisions.ts'
import { createRecogniser, recognisePage } from '../../server/src/recognition/recognise.ts'
import type { Span } from '../../server/src/text/span.ts'
import { analysePage } from '../page/analyse-page.ts'
import { rounds } from '../rounds.ts'
import { means } from './recognised.ts'
import { seedPages } from './seed-pages.ts'

const types = ['Person', 'Organization', 'Place', 'Initiative']

interface State {
  readonly text: string
  readonly marks: Marks
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Random = (below: number) => number

function randomSpan({ text, marks }: State, random: Random): Span {
  // Half of them where something stands: marks that overlap suggestions are the ones that matter.
  const found = random(2) === 0 ? recognisePage(text, analysePage(text), means, marks) : []
  const mention = found[random(found.length)]?.spans[0]
  const start = random(text.length)
  return mention ?? { start, end: Math.min(text.length, start + 1 + random(5)) }
}

function randomMark(state: State, random: Random): PlacedMark {
  const span = randomSpan(state, random)
  const type = types[random(types.length)] ?? ''
  if (random(6) > 0) return { span, type }
  const next = randomSpan(state, random)
  const spans = [span, next].sort((a, b) => a.start - b.start)
  const whole = { start: Math.min(span.start, next.start), end: Math.max(span.end, next.end) }
  return { span: whole, spans, type, text: state.text.slice(span.start, span.end).trim() }
}

function changed(state: State, random: Random): State {
  const { text, marks } = state
  const without = <T>(items: readonly T[]) => items.filter(() => random(4) > 0)
  const mark = randomMark(state, random)
  const name = text.slice(mark.span.start, mark.span.end)
  const rejected = marks.rejected ?? []
  const change = [
    () => ({ ...marks, fixed: [...marks.fixed, mark] }),
    () => ({ ...marks, fixed: [...marks.fixed, mark, randomMark(state, random)] }),
    () => ({ ...marks, fixed: without(marks.fixed) }),
    () => ({ ...marks, rejected: [...rejected, mark] }),
    () => ({ ...marks, rejected: without(rejected) }),
    () => ({ ...marks, positive: new Map([...marks.positive, [name, mark.type]]) }),
    () => ({ ...marks, positive: new Map(without([...marks.positive])) }),
    () => ({ ...marks, negative: new Set([...marks.negative, negativeMark(name, mark.type)]) }),
    () => ({ ...marks, negative: new Set(without([...marks.negative])) }),
  ][random(12)]
  return change === undefined ? edited(state, random) : { text, marks: change() }
}

function edited({ text, marks }: State, random: Random): State {
  const start = random(text.length)
  const end = Math.min(text.length, start + random(4))
  const from = random(text.length)
  const put = random(5) === 0 ? '\n' : text.slice(from, from + random(6))
  const by = put.length - (end - start)
  const moved = (span: Span): Span =>
    span.start < end ? span : { start: span.start + by, end: span.end + by }
  const move = (mark: PlacedMark): PlacedMark => ({
    ...mark,
    span: moved(mark.span),
    ...(mark.spans === undefined ? {} : { spans: mark.spans.map(moved) }),
  })
  return {
    text: text.slice(0, start) + put + text.slice(end),
    marks: {
      ...marks,
      fixed: marks.fixed.map(move),
      rejected: (marks.rejected ?? []).map(move),
    },
  }
}

describe('a recogniser that remembers', () => {
  const none: Marks = { fixed: [], positive: new Map(), negative: new Set() }

  for (const seed of [1, 2, 3, 4]) {
    it(`gives what one without memory gives, after any marks and edits (${seed})`, () => {
      const random = randomFrom(seed)
      const { mentions } = createRecogniser(means)
      const states = seedPages.map((text): State => ({ text, marks: none }))
      for (let round = 0; round < rounds(80); round++) {
        const index = random(8) === 0 ? random(seedPages.length) : 0
        const state = changed(states[index] ?? { text: '', marks: none }, random)
        states[index] = state
        const page = analysePage(state.text)
        const known = mentions(state.text, page, state.marks)
        assert.deepEqual(known, recognisePage(state.text, page, means, state.marks), `${round}`)
      }
    })
  }

  it('forgets nothing of a page with many names when one comes or goes', () => {
    const [text = ''] = seedPages
    const page = analysePage(text)
    const { mentions } = createRecogniser(means)
    const all = mentions(text, page)
    const positive = new Map(all.map((mention) => [mention.text, 'Group']))
    const check = (marks: Marks): void => {
      assert.deepEqual(mentions(text, page, marks), recognisePage(text, page, means, marks))
    }
    for (const name of positive.keys()) {
      const fewer = new Map(positive)
      fewer.delete(name)
      check({ ...none, positive: fewer })
      check({ ...none, positive })
    }
  })
})
