import assert from 'node:assert/strict'
import { lineDecider } from '../../../server/src/recognition/spans/line-decider.ts'
import { lineScorer } from '../../../server/src/recognition/spans/line-scorer.ts'
import {
  readTaggerModel,
  writeTaggerModel,
} from '../../../server/src/recognition/spans/tagger-model.ts'
import { readMarked } from '../../../server/src/text/marked.ts'
import { learnFirst } from '../../../server/training/train/learn.ts'
import { markedLines } from '../../../server/training/train/pages.ts'
import { lexicon, samplesOf } from '../../../server/training/train/samples.ts'
import type { MarkedLine } from '../../../server/training/train/span-data.ts'
import { usual } from '../../../server/training/train/span-trainer.ts'
import { nameSwapper } from '../../../server/training/train/swap.ts'

const types = ['Person', 'Place']

function linesOf(marked: readonly string[], known?: ReadonlySet<string>): readonly MarkedLine[] {
  return samplesOf(marked).flatMap((unit) =>
    markedLines(unit, 1, known === undefined ? {} : { known }),
  )
}

function learned(lines: readonly MarkedLine[]) {
  const settings = { ...usual, epochs: 8, least: 1, leastOfSpan: 1, leastWeight: 0, dropout: 0 }
  const bytes = writeTaggerModel(learnFirst([{ taught: lines }], [], settings, types))
  const model = readTaggerModel(bytes)
  assert.ok(model)
  const score = lineScorer(model, lexicon)
  const decide = lineDecider(types.length)
  const found = lines.map(({ line }) =>
    decide(score(line)).names.map(({ start, end, type }) => ({ start, end, type: types[type] })),
  )
  return { bytes, found }
}

describe('training', () => {
  const lines = linesOf([
    '⟦王芳|Person⟧去⟦东阳|Place⟧。',
    '⟦李伟|Person⟧在家。',
    '他在⟦金华|Place⟧。',
  ])

  it('learns its lines, through the bytes of a model', () => {
    const { found } = learned(lines)
    assert.deepEqual(
      found,
      lines.map(({ names }) => names),
    )
  })

  it('gives the same bytes at every run', () => {
    assert.deepEqual(learned(lines).bytes, learned(lines).bytes)
  })

  it('learns that nothing stands where nothing is marked, but not of types that nobody marked', () => {
    const places = linesOf(['他去⟦金华|Place⟧。', '她去⟦湖州|Place⟧。', '我去⟦嘉兴|Place⟧。'])
    const line = ['⟦王芳|Person⟧去东阳。']
    const placesIn = (taught: readonly MarkedLine[]) =>
      learned([...places, ...taught])
        .found.at(-1)
        ?.filter(({ type }) => type === 'Place')
    assert.deepEqual(placesIn(linesOf(line)), [])
    assert.notDeepEqual(placesIn(linesOf(line, new Set(['Person']))), [])
  })
})

describe('copies with other names', () => {
  const page = readMarked(
    '⟦桐乡市总工会|Organization⟧⟦主席|Role⟧⟦陈志远|Person⟧说,⟦陈志远|Person⟧来自⟦桐乡市|Place⟧,桐乡市很好。',
  )
  const swap = nameSwapper(lexicon)
  const namesOf = (seed: number) => {
    const { text, spans } = swap(page, seed)
    return spans.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)
  }

  it('are the same at every run', () => {
    assert.deepEqual(namesOf(1), namesOf(1))
    assert.notDeepEqual(namesOf(1), namesOf(2))
  })

  it('have one new name for each old one, of the same type', () => {
    const [union = '', role, person, again, place = ''] = namesOf(1)
    assert.equal(role, '主席 Role')
    assert.equal(person, again)
    assert.notEqual(person, '陈志远 Person')
    assert.equal(union, `${place.replace(' Place', '')}总工会 Organization`)
    assert.notEqual(place, '桐乡市 Place')
  })
})
