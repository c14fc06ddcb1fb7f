import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { type Dated, moveAnnotations } from '../../server/src/annotation/placed/moved.ts'
import { afterAction, pastOf, sinceMoment } from '../../server/src/annotation/placed/past.ts'
import { type Annotations, placeSidecar } from '../../server/src/annotation/placed/placed.ts'
import { isAnchored, type SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { applyEdit, type Edit } from '../../server/src/text/edit.ts'
import { parseMarked } from '../marked.ts'
import { rounds } from '../rounds.ts'
import { randomNumbers } from './random.ts'

/** The marks of a text as annotations of it. */
function annotated(marked: string): { readonly text: string; readonly annotations: Annotations } {
  const { text, spans } = parseMarked(marked)
  const view = textView(text)
  const records = spans.map(
    (span, i): SpanRecord => ({
      kind: 'span',
      id: String(i),
      ...describeSpans(view, [span]),
      type: span.type,
      status: 'accepted',
    }),
  )
  const sidecar = { header: headerOf(view, 'x.txt'), records, broken: [] }
  return { text, annotations: placeSidecar(sidecar, view, { page: 'x.txt' }) }
}

/** Replaces the first `from` of the text by `to`. */
function replaced(text: string, from: string, to: string): Edit {
  const start = text.indexOf(from)
  return { span: { start, end: start + from.length }, text: to }
}

/** The text of each annotation, with what is in doubt. */
function shown({ records }: Annotations, text: string): string[] {
  return records.map(({ record, spans }) => {
    const words = spans.map(({ start, end }) => text.slice(start, end)).join('|')
    const doubt = isAnchored(record) && record.anchor !== undefined ? ` ${record.anchor}` : ''
    return `${words}${doubt}`
  })
}

function edit(marked: string, ...steps: readonly (readonly [string, string])[]): string[] {
  const start = annotated(marked)
  let dated = { annotations: start.annotations, past: pastOf(start.text) }
  for (const [from, to] of steps) {
    const before = dated.past.now.text
    const step = replaced(before, from, to)
    dated = moveAnnotations(dated, [step], applyEdit(before, step))
  }
  return shown(dated.annotations, dated.past.now.text)
}

describe('annotations after many edits at once', () => {
  it('are where each edit by itself would have left them', () => {
    const random = randomNumbers(11)
    const words = ['', '在', '昨天', '嘉兴市', '\n']
    for (let round = 0; round < rounds(300); round++) {
      const start = annotated('在⟦嘉兴市|Place⟧举行,⟦富润集团|Organization⟧和⟦王丽|Person⟧参加。')
      const past = afterAction(pastOf(start.text))
      const first = { annotations: start.annotations, past }
      let text = start.text
      let oneByOne: Dated = first
      const edits = Array.from({ length: 1 + random.below(4) }, (): Edit => {
        const at = random.below(text.length + 1)
        const span = { start: at, end: Math.min(text.length, at + random.below(3)) }
        const step = { span, text: words[random.below(words.length)] ?? '' }
        text = applyEdit(text, step)
        oneByOne = moveAnnotations(oneByOne, [step], text)
        return step
      })
      const atOnce = moveAnnotations(first, edits, text)
      const placesOf = ({ annotations }: Dated) =>
        annotations.records.map(({ record, spans }) => ({ record, spans }))
      assert.deepEqual(placesOf(atOnce), placesOf(oneByOne), JSON.stringify(edits))
      const changesOf = (dated: Dated) => sinceMoment(dated.past, past.now)
      assert.deepEqual(changesOf(atOnce), changesOf(oneByOne), JSON.stringify(edits))
      assert.equal(atOnce.past.step, oneByOne.past.step)
    }
  })
})

describe('annotations while the text is edited', () => {
  it('move with what stands around them', () => {
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['在', '昨天在']), ['嘉兴市'])
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['举行', '开始举行']), ['嘉兴市'])
  })

  it('stay outside of what is typed at their edges', () => {
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['嘉', '浙嘉']), ['嘉兴市'])
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['举', '县举']), ['嘉兴市'])
  })

  it('are reported when their text becomes another one, and no more when it is back', () => {
    const changed = ['兴', '善'] as const
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', changed), ['嘉善市 changed'])
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', changed, ['善', '兴']), ['嘉兴市'])
  })

  it('are whole again when deleted text comes back', () => {
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['嘉兴市', '']), [' orphan'])
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['嘉兴市', ''], ['在', '在嘉兴市']), ['嘉兴市'])
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['在嘉', ''], ['兴', '在嘉兴']), ['嘉兴市'])
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ['市举', ''], ['兴', '兴市举']), ['嘉兴市'])
  })

  it('come back with a passage, each to its own place', () => {
    const marked = '甲⟦富润|Organization⟧乙,丙⟦富润|Organization⟧丁。'
    const passage = '甲富润乙,丙富润丁'
    assert.deepEqual(edit(marked, [passage, ''], ['。', `${passage}。`]), ['富润', '富润'])
  })

  it('wait where their text was while others type there', () => {
    const steps = [
      ['嘉兴市', ''],
      ['在', '在昨天'],
      ['举', '嘉兴市举'],
    ] as const
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ...steps), ['嘉兴市'])
  })

  it('take no text that was there before for their own', () => {
    const steps = [
      ['嘉兴市、', ''],
      ['举', '召'],
    ] as const
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧、嘉兴市举行', ...steps), [' orphan'])
  })

  it('take no text of each other', () => {
    const both = ['嘉 changed', '兴 changed']
    assert.deepEqual(edit('⟦嘉兴|Place⟧⟦嘉兴|Place⟧', ['兴嘉', '']), both)
    assert.deepEqual(edit('⟦嘉兴|Place⟧⟦嘉兴|Place⟧', ['兴嘉', ''], ['嘉', '嘉兴嘉']), [
      '嘉兴',
      '嘉兴',
    ])
  })

  it('are in doubt when their text comes without what stood around it', () => {
    const steps = [
      ['在嘉兴市举', '去'],
      ['去', '到嘉兴市开'],
    ] as const
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ...steps), ['嘉兴市 moved'])
    assert.deepEqual(edit('在⟦嘉兴市|Place⟧举行', ...steps, ['到嘉兴市开', '在嘉兴市举']), [
      '嘉兴市',
    ])
  })

  it('are in doubt where what came has their missing part twice', () => {
    assert.deepEqual(edit('由⟦总工会|Organization⟧成立', ['会成', '会议会成']), ['总工会 moved'])
    assert.deepEqual(edit('由⟦总工会|Organization⟧成立', ['会成', '会议成']), ['总工会'])
  })

  it('are asked about in the same way where undo leads back to a text in which they were', () => {
    const steps = [
      ['、嘉', '、嘉兴市'],
      ['兴市兴市', ''],
      ['嘉举', '嘉兴市兴市举'],
    ] as const
    const [damage] = steps
    assert.deepEqual(edit('在、⟦嘉兴市|Place⟧举行', damage), ['兴市 changed'])
    assert.deepEqual(edit('在、⟦嘉兴市|Place⟧举行', ...steps), ['兴市 changed'])
    const all = [...steps, ['、嘉兴市', '、嘉']] as const
    assert.deepEqual(edit('在、⟦嘉兴市|Place⟧举行', ...all), ['嘉兴市'])
  })

  it('keep astral characters and line breaks', () => {
    assert.deepEqual(edit('😀在⟦𠮷\n田|Place⟧举行', ['😀', '']), ['𠮷\n田'])
    assert.deepEqual(edit('在⟦𠮷\r\n田|Place⟧举行', ['𠮷', ''], ['在', '在𠮷']), ['𠮷\r\n田'])
  })
})
