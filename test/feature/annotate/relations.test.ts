/** Mentions are joined by relations, from the cursor or by their places. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { ActionResult } from '../../../server/src/feature/annotate/action.ts'
import type { RelationTarget } from '../../../server/src/protocol.ts'
import type { Json, JsonObject } from '../../../server/src/values/json.ts'
import { placeParams } from './acting.ts'
import { type AnnotatedPage, annotated, type Given, pageOf, printed } from './fixture.ts'

const text =
  '送清凉⏎⟦嘉兴市总工会|Organization⟧启动⟦“十匠”行动|Initiative⟧,面向⟦职工|Group!⟧,另有⟦助企十条|Initiative!⟧。'

describe('attaching to an initiative', () => {
  it('offers the initiatives of the page, the nearest of its article first, each once', () => {
    const marked =
      '⟦送温暖|Initiative⟧好。⏎⏎某市工会⏎⟦职工|Group⟧在⟦甲$0市|Place⟧知道了⟦“十匠”行动|Initiative⟧。⏎⟦助企十条|Initiative!⟧与⟦“十匠”行动|Initiative⟧。'
    assert.deepEqual(targets(marked, 'attachTargets'), [
      '“十匠”行动 3 near place:to actor:to target:to',
      '助企十条 11 near m4 place:to actor:to target:to',
      '送温暖 12 place:to actor:to target:to',
    ])
  })

  it('says which relations there are already', () => {
    const given: Given = { relations: [['target', 3, 2]] }
    const page = annotated(text.replace('职工', '职$0工'), given)
    const [near] = list(page.act('attachTargets', {}, { offset: page.cursor }))
    assert.equal(near?.text, '助企十条')
    assert.deepEqual(
      near.relations.map(({ type, id }) => [type, id]),
      [
        ['actor', undefined],
        ['target', 'r0'],
      ],
    )
  })

  it('makes an initiative part of another one, not of itself', () => {
    const marked = '⟦“十$0匠”行动|Initiative⟧与⟦送清凉|Initiative⟧。⟦“十匠”行动|Initiative⟧。'
    assert.deepEqual(targets(marked, 'attachTargets'), ['送清凉 1 near partOf:from partOf:to'])
    assert.match(refusal('⟦甲$0市|Place⟧好。', 'attachTargets'), /no initiative/)
    assert.match(refusal('甲$0市好。', 'attachTargets'), /no mention here/)
  })

  it('offers mentions for any relation, or for one', () => {
    const marked = '⟦甲市|Place⟧的⟦“十$0匠”行动|Initiative⟧有⟦3人|Figure⟧、⟦李明|Role⟧。'
    assert.deepEqual(targets(marked, 'relationTargets'), [
      '甲市 1 near place:from actor:from target:from',
      '3人 1 near figure:from',
    ])
    assert.deepEqual(targets(marked, 'relationTargets', { relation: 'place' }), [
      '甲市 1 near place:from',
    ])
  })
})

describe('a relation', () => {
  const attached = (values: JsonObject, given: Given = {}): AnnotatedPage => {
    const page = annotated(text, given)
    const { mentions } = pageOf(page.workspace)
    const { lines } = pageOf(page.workspace)
    const end = (words: Json | undefined) => {
      const mention = mentions.find(({ text: name }) => name === words)
      return placeParams(lines, { span: mention?.spans[0] })
    }
    const ends = { from: end(values['from']), to: end(values['to']) }
    const result = page.act('attach', { ...values, ...ends })
    if (result.kind === 'refused') throw new Error(result.message)
    return page
  }

  it('accepts the suggestions at its ends in one step', () => {
    const values = { type: 'actor', from: '“十匠”行动', to: '嘉兴市总工会' }
    const page = attached({ ...values, attributes: { part: 'host' }, note: '首次' })
    assert.equal(
      printed(pageOf(page.workspace)),
      '送清凉⏎⟦嘉兴市总工会|Organization!⟧启动⟦“十匠”行动|Initiative!⟧,面向⟦职工|Group!⟧,另有⟦助企十条|Initiative!⟧。',
    )
    assert.deepEqual(relations(page), ['“十匠”行动 actor 嘉兴市总工会 {"part":"host"} 首次 王丽'])
  })

  it('is changed, not doubled, where it is there', () => {
    const given: Given = { relations: [['target', 3, 2]] }
    const page = attached({ type: 'target', from: '助企十条', to: '职工', note: '全体' }, given)
    assert.deepEqual(relations(page), ['助企十条 target 职工 {} 全体 王丽'])
  })

  it('is refused with wrong ends, values or types', () => {
    const wrong: readonly (readonly [JsonObject, RegExp])[] = [
      [{ type: 'date', from: '“十匠”行动', to: '职工' }, /“职工” cannot be at this end of “date”/],
      [{ type: 'actor', from: '职工', to: '“十匠”行动' }, /“职工” cannot be at this end/],
      [{ type: 'actor', from: '职工', to: '职工' }, /joins two mentions/],
      [{ type: 'friend', from: '“十匠”行动', to: '职工' }, /“type”/],
      [{ type: 'target', from: '“十匠”行动', to: '没有' }, /a mention at each of its ends/],
      [
        { type: 'target', from: '助企十条', to: '职工', attributes: { part: 'host' } },
        /no attribute “part”/,
      ],
      [
        { type: 'actor', from: '助企十条', to: '职工', attributes: { part: 'x' } },
        /“x” is no value/,
      ],
    ]
    for (const [values, message] of wrong) assert.throws(() => attached(values), message)
  })

  it('gets other attributes, loses them, and goes alone', () => {
    const page = attached({
      type: 'actor',
      from: '“十匠”行动',
      to: '嘉兴市总工会',
      attributes: { part: 'host' },
    })
    const id = records(page)[0]?.id ?? ''
    page.act('setRelationAttributes', { id, attributes: { part: 'guidance' }, note: 'x' })
    assert.deepEqual(relations(page), ['“十匠”行动 actor 嘉兴市总工会 {"part":"guidance"} x 王丽'])
    page.act('setRelationAttributes', { id, attributes: { part: null }, note: null })
    assert.deepEqual(relations(page), ['“十匠”行动 actor 嘉兴市总工会 {} - 王丽'])
    page.act('detach', { id })
    assert.deepEqual(relations(page), [])
    assert.equal(pageOf(page.workspace).decided.length, 4)
    assert.equal(page.act('detach', { id }).kind, 'refused')
  })
})

type Question = 'attachTargets' | 'relationTargets'

function targets(marked: string, action: Question, values: JsonObject = {}): readonly string[] {
  const page = annotated(marked)
  const found = list(page.act(action, values, { offset: page.cursor }))
  return found.map(({ text: name, distance, near, id, relations: possible }) => {
    const ways = possible.map(({ type, end }) => `${type}:${end}`)
    return [name, String(distance), ...(near ? ['near'] : []), ...(id === undefined ? [] : [id])]
      .concat(ways.sort((a, b) => order.indexOf(a.slice(0, 4)) - order.indexOf(b.slice(0, 4))))
      .join(' ')
  })
}

const order = ['plac', 'acto', 'targ', 'figu', 'part']

function list(result: ActionResult<Question>): readonly RelationTarget[] {
  if (result.kind !== 'answer') throw new Error(JSON.stringify(result))
  return result.answer.targets
}

function refusal(marked: string, action: Question): string {
  const page = annotated(marked)
  const result = page.act(action, {}, { offset: page.cursor })
  return result.kind === 'refused' ? result.message : ''
}

function records({ workspace }: AnnotatedPage) {
  const all = pageOf(workspace).annotations.records.map(({ record }) => record)
  return all.filter((record) => record.kind === 'relation')
}

function relations(page: AnnotatedPage): readonly string[] {
  const { mentions } = pageOf(page.workspace)
  const words = (id: string) => mentions.find(({ record }) => record?.id === id)?.text
  return records(page).map(({ from, to, type, attributes = {}, note = '-', who }) =>
    [words(from), type, words(to), JSON.stringify(attributes), note, who].join(' '),
  )
}
