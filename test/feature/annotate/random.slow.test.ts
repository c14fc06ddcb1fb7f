import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { ActionName } from '../../../server/src/feature/annotate/action.ts'
import type { Edit } from '../../../server/src/text/edit.ts'
import type { Span } from '../../../server/src/text/span.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { type RandomNumbers, randomNumbers } from '../../annotation/random.ts'
import { rounds } from '../../rounds.ts'
import type { Places } from './acting.ts'
import { RandomPage } from './random-page.ts'

const types = ['Place', 'Organization', 'Group', 'Person']
const pieces = ['', '', '嘉', '市', '富润', '嘉兴市', '总工会', '\n', '𠮷', ' ', ',', '王丽\n李明']

function pick<T>(random: RandomNumbers, from: readonly T[], other: T): T {
  return from[random.below(from.length)] ?? other
}

/** Not inside of a pair of surrogates: no editor edits there. */
function offsetIn(random: RandomNumbers, text: string): number {
  const at = random.below(text.length + 1)
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}

function spanIn(random: RandomNumbers, text: string, most: number): Span {
  const start = offsetIn(random, text)
  const end = Math.min(text.length, start + random.below(most + 1))
  return { start, end: /[\udc00-\udfff]/.test(text.charAt(end)) ? end + 1 : end }
}

/** Often at an edge of an annotation, where most goes wrong. */
function randomEdit(random: RandomNumbers, page: RandomPage): Edit {
  const { text, decided } = page.document
  const span = spanIn(random, text, 6)
  const near = pick(random, pick(random, decided, undefined)?.spans ?? [], span)
  const shift = random.below(2) === 0 ? near.start - span.start + random.below(3) - 1 : 0
  const start = Math.max(0, Math.min(text.length, span.start + shift))
  const end = Math.max(start, Math.min(text.length, span.end + shift))
  const isPair = (at: number) => /[\udc00-\udfff]/.test(text.charAt(at))
  return {
    span: { start: isPair(start) ? start - 1 : start, end: isPair(end) ? end + 1 : end },
    text: pick(random, pieces, ''),
  }
}

/** Parameters that mostly make sense. */
function randomAction(random: RandomNumbers, page: RandomPage): boolean {
  const { text, mentions } = page.document
  const mention = pick(random, mentions, undefined)
  const at = mention?.spans[0]
  const inside = at === undefined ? 0 : at.start + random.below(at.end - at.start + 1)
  const span = spanIn(random, text, 8)
  const type = pick(random, types, 'Place')
  const id: JsonObject = mention?.record === undefined ? {} : { id: mention.record.id }
  const border = {
    side: pick(random, ['start', 'end'], ''),
    by: pick(random, ['word', 'character'], ''),
  }
  const [here, selected] = [{ offset: inside }, { span }]
  const choices: readonly (readonly [ActionName, JsonObject, Places])[] = [
    ['mark', { type }, selected],
    ['mark', { type }, selected],
    ['mark', { type, fragments: true }, { span: spanIn(random, text, 30) }],
    ['mark', { type }, { spans: [span, spanIn(random, text, 4)] }],
    ['mark', { type, note: 'n' }, { offset: offsetIn(random, text) }],
    ['accept', {}, here],
    ['accept', id, here],
    ['reject', {}, here],
    ['retype', { type }, here],
    ['widen', border, here],
    ['narrow', border, here],
    ['setRange', id, selected],
    ['split', {}, here],
    ['mergeNext', {}, here],
    ['addFragment', {}, selected],
    ['removeFragment', {}, here],
    ['delete', {}, here],
    ['setNote', { note: pick(random, ['a', 'b'], '') }, here],
    ['setUnsure', { unsure: random.below(2) === 0 }, here],
    ['setReading', { reading: 'x' }, here],
  ]
  const [name, values, place] = pick(random, choices, ['mark', {}, {}])
  return page.act(name, values, place)
}

function runs(length: number, run: (random: RandomNumbers, seed: number) => void): void {
  for (let seed = 1; seed <= rounds(12); seed++) {
    try {
      run(randomNumbers(seed), seed)
    } catch (error) {
      throw new Error(`With seed ${seed} of ${length} steps`, { cause: error })
    }
  }
}

describe('random actions and edits', () => {
  for (const overlap of [false, true]) {
    it(`lose nothing unreported and can all be undone${overlap ? ', with overlaps' : ''}`, () => {
      let records = 0
      let same = 0
      runs(40, (random) => {
        const page = new RandomPage({ overlap })
        for (let i = 0; i < 12; i++) randomAction(random, page)
        page.steps.length = 0
        page.save()
        const start = page.sidecar
        for (let i = 0; i < 40; i++) {
          if (random.below(2) === 0) randomAction(random, page)
          else page.edit(randomEdit(random, page), { told: random.below(3) > 0 })
          if (random.below(4) === 0) page.save()
          page.check()
        }
        while (page.steps.length > 0) {
          page.undo()
          page.check()
        }
        page.save()
        const before = start.split('\n')
        const now = new Set(page.sidecar.split('\n'))
        const lost = before.filter((line) => !now.has(line))
        for (const line of page.sidecar.split('\n')) {
          assert.ok(before.includes(line) || line.includes('"anchor":'), line)
        }
        records += before.length
        same += before.length - lost.length
      })
      // The others are in doubt: people are asked, nothing is guessed.
      assert.ok(same / records > 0.9, `${same} of ${records} are as they were`)
    })
  }

  it('keep their text or are reported when another program changes the page', () => {
    runs(10, (random) => {
      const page = new RandomPage()
      for (let i = 0; i < 12; i++) randomAction(random, page)
      for (let i = 0; i < 10; i++) {
        let { text } = page.document
        for (let n = random.below(4); n >= 0; n--) {
          const { span, text: put } = randomEdit(random, page)
          text = text.slice(0, span.start) + put + text.slice(span.end)
        }
        page.replace(text, { known: random.below(2) === 0 })
        page.check()
        randomAction(random, page)
        page.check()
      }
    })
  })
})
