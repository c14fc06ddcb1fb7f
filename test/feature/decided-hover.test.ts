/** The card of what people decided: who, what they said of it, its relations and facts, its doubts. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { highlights } from '../../server/src/feature/cursor/highlights.ts'
import { type Hover, hover } from '../../server/src/feature/cursor/hover.ts'
import { relatedSpans } from '../../server/src/feature/cursor/relations.ts'
import { initiatives } from '../../server/src/feature/lists/initiatives.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { annotated, type Given, pageUri } from './annotate/fixture.ts'

const text =
  '送清凉⏎⟦嘉兴市|Place!⟧⟦“助企$0十条”|Initiative!⟧为⟦职工|Group!⟧。⏎⏎建会入会⏎⟦乙市工会|Organization!⟧。'
const given: Given = {
  relations: [
    ['target', 1, 2],
    ['actor', 1, 3],
  ],
}

describe('the card of an annotation', () => {
  it('says who decided it and when, and what was said of it', () => {
    const record = {
      when: '2026-11-20T10:00:00Z',
      note: '首届?',
      unsure: true as const,
      reading: '助企十五条',
      entity: 'Initiative:助企十条',
    }
    const { plain } = card(text, { records: { 1: record } })
    const lines = plain.split('\n')
    for (const line of [
      'Note: 首届?',
      'unsure',
      'Should read: 助企十五条',
      'Entity: Initiative:助企十条',
    ])
      assert.ok(lines.includes(line), plain)
    assert.match(lines.at(-1) ?? '', /^accepted · 李明 · 2026-11-(?:19|20|21) \d\d:\d\d$/)
  })

  it('follows relations both ways, with links and the articles of others', () => {
    const { plain, markdown } = card(text, given)
    assert.ok(plain.includes('\nactor: 乙市工会 · 建会入会\n'), plain)
    assert.ok(plain.includes('\ntarget: 职工\n'), plain)
    assert.ok(markdown.includes(`target: [职工](${pageUri}#L2,11)`), markdown)
    const back = card(text.replace('$0', '').replace('职工', '职$0工'), given)
    assert.ok(back.plain.includes('\ntarget of “助企十条”\n'), back.plain)
  })

  it('shows the facts of an initiative, which the panel has, too', () => {
    // Where another mention has the relations: its own stand on its card as relations.
    const again = text.replace('$0', '').replace('⏎⏎', '⟦“助企$0十条”|Initiative!⟧。⏎⏎')
    const { plain } = card(again, {
      relations: given.relations?.map(([type, from, to]) => [type, from, to === 3 ? 4 : to]) ?? [],
    })
    assert.match(plain, /^Owner: 乙市工会 · .*Targets: 职工/m)
    const [item] = initiatives(annotated(text, given).workspace.snapshot())
    assert.deepEqual([item?.owner, item?.targets], ['乙市工会', ['职工']])
  })

  it('shows who takes which part, the edition and the whole, as the text says them outright', () => {
    const { plain } = card(
      '第三届⟦焊工$0大赛|Initiative⟧由⟦江滩市总工会|Organization⟧主办、⟦海螺重工|Organization⟧承办。⟦焊工大赛|Initiative⟧是⟦产改行动|Initiative⟧的重要组成部分。',
      {},
    )
    for (const line of [
      'host: 江滩市总工会',
      'organiser: 海螺重工',
      'Edition: 第三届',
      'Part of: 产改行动',
    ])
      assert.ok(plain.includes(line), plain)
  })

  it('says what is in doubt', () => {
    const doubt = { anchor: 'changed', marked: ['“助企五条”'] } as const
    const { plain } = card(text, { records: { 1: { ...doubt, type: 'Nothing' } } })
    assert.ok(plain.includes('“助企五条”” has become'), plain)
    assert.ok(plain.includes('The schema has no type “Nothing”.'), plain)
  })

  it('shows hostile values as text', () => {
    const evil = '[x](command:a) <img src=x> `b` **c** ![d](e)'
    const given: Given = {
      records: { 1: { note: evil, entity: evil, reading: evil, who: evil, when: evil } },
    }
    const { markdown } = card(text, { ...given, relations: [[evil, 1, 2]] })
    const withoutLinks = markdown.replaceAll(
      new RegExp(`\\[([^\\]]*)\\]\\(${pageUri}#[^)]*\\)`, 'g'),
      '$1',
    )
    assert.equal(/(?<!\\)[[<`*!]/.test(withoutLinks.replaceAll('**', '')), false)
  })
})

describe('related mentions', () => {
  it('are the other ends, beside the highlights of the entity', () => {
    const { workspace, cursor = 0 } = annotated(text, given)
    const place = findPage(workspace.snapshot(), pageUri)
    assert.ok(place)
    const words = relatedSpans(place, cursor).map((span) => sliceSpan(place.document.text, span))
    assert.deepEqual(words, ['职工', '乙市工会'])
    assert.equal(highlights(place, cursor).length, 1)
    assert.deepEqual(relatedSpans(place, 0), [])
  })
})

function card(marked: string, changes: Given): Hover {
  const { workspace, cursor = 0 } = annotated(marked, changes)
  const place = findPage(workspace.snapshot(), pageUri)
  const found = place && hover(place, cursor)
  if (found === undefined) throw new Error('no card')
  return found
}
