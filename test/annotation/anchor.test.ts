import assert from 'node:assert/strict'
import { reanchor } from '../../server/src/annotation/anchor/anchor.ts'
import { isAnchored, type SpanRecord } from '../../server/src/annotation/record/record.ts'
import {
  describeSpans,
  spansOfRanges,
  textView,
} from '../../server/src/annotation/record/selectors.ts'
import { renderMarked } from '../marked.ts'
import { markedSidecar, spanRecord } from './records.ts'

/**
 * The new text with the marks of the old one: as they were where they were kept, else with their
 * state as type. Orphans are listed behind it.
 */
function moved(before: string, after: string, { known = true } = {}): string {
  const { text, sidecar } = markedSidecar(before.replaceAll('⏎', '\n'))
  const view = textView(after.replaceAll('⏎', '\n'))
  const records = sidecar.records.filter(isAnchored)
  const sha256 = sidecar.header?.sha256
  const found = reanchor(records, view, known ? { sha256, textOf: () => text } : { sha256 })
  const spans = found.flatMap(({ state, at }, i) => {
    const record = records[i]
    const type = state === 'kept' && record?.kind === 'span' ? record.type : state
    return state === 'orphan' ? [] : spansOfRanges(view, at).map((span) => ({ ...span, type }))
  })
  const orphans = found.flatMap(({ state }, i) => (state === 'orphan' ? records[i]?.quote : []))
  return [renderMarked(view.lf, spans), ...orphans.map((quote) => `orphan ${quote}`)].join(' / ')
}

/** Long enough for a context on both sides. */
const lead = '近年来新就业群体职工越来越多他们的工作生活特点各不相同需要工会因地制宜地服务,'
const tail = ',通过深入开展主题教育实践活动组织青年职工宣讲团下基层生动讲好故事积极传播声音。'

describe('annotations of a text that did not change', () => {
  it('are where they were', () => {
    const marked = '在⟦嘉兴市|Place⟧,⟦吴浩|Person⟧说'
    assert.equal(moved(marked, '在嘉兴市,吴浩说'), marked)
  })

  it('stay, whatever the line breaks and the byte order mark', () => {
    const { sidecar } = markedSidecar('货⏎车⟦司机|Group⟧')
    const view = textView('\uFEFF货\r\n车司机')
    const found = reanchor(sidecar.records.filter(isAnchored), view, {
      sha256: sidecar.header?.sha256,
    })
    assert.deepEqual(found[0], { how: 'same', state: 'kept', sure: 1, at: [[3, 5]], places: [] })
  })

  it('go by their quote where the offsets are wrong', () => {
    const text = `${lead}嘉兴市${tail}`
    const start = lead.length
    const right = spanRecord(text, [{ start, end: start + 3 }])
    const view = textView(text)
    const [found] = reanchor([{ ...right, at: [[2, 5]] }], view, { sha256: view.sha256 })
    assert.deepEqual([found?.how, found?.state, found?.at], ['quote', 'kept', right.at])
  })
})

describe('annotations of a text that is known', () => {
  it('move with what came before them', () => {
    assert.equal(
      moved('在⟦嘉兴市|Place⟧举行', '今年6月在嘉兴市举行'),
      '今年6月在⟦嘉兴市|Place⟧举行',
    )
  })

  it('leave what came at their edges outside', () => {
    assert.equal(moved('在⟦嘉兴|Place⟧举行', '在浙江嘉兴市举行'), '在浙江⟦嘉兴|Place⟧市举行')
  })

  it('whose text was corrected are kept and marked', () => {
    assert.equal(moved('副主席⟦贾平|Person⟧说', '副主席贾萍说'), '副主席⟦贾萍|changed⟧说')
    assert.equal(
      moved('据⟦扬州市总会|Organization⟧说', '据扬州市总工会说'),
      '据⟦扬州市总工会|changed⟧说',
    )
    assert.equal(moved('以及⟦快递小小哥|Group⟧们', '以及快递小哥们'), '以及⟦快递小哥|changed⟧们')
  })

  it('are whole where a doubled character beside them went', () => {
    assert.equal(
      moved('嘉兴工⟦工会|Organization⟧主席', '嘉兴工会主席'),
      '嘉兴⟦工会|Organization⟧主席',
    )
  })

  it('may have grown by the character that stands at their edge', () => {
    assert.equal(moved('建起⟦1个|Figure⟧驿站', '建起11个驿站'), '建起⟦11个|changed⟧驿站')
  })

  it('move with their paragraph', () => {
    assert.equal(
      moved(
        '甲乙丙丁戊己庚辛⏎⟦陈重|Person⟧指导学生进行技能实训⏎子丑寅卯辰巳午未⏎',
        '甲乙丙丁戊己庚辛⏎子丑寅卯辰巳午未⏎陈重指导学生进行技能实训⏎',
      ),
      '甲乙丙丁戊己庚辛⏎子丑寅卯辰巳午未⏎⟦陈重|Person⟧指导学生进行技能实训⏎',
    )
  })

  it('are one where lines were joined', () => {
    assert.equal(moved('⟦货⏎⏎车司机|Group⟧等', '货车司机等'), '⟦货车司机|Group⟧等')
  })

  it('are orphans where their text is gone, even if another stands there', () => {
    assert.equal(
      moved(`${lead}⟦上海|Place⟧市和北京,上海`, `${lead}市和北京,上海`),
      `${lead}市和北京,上海 / orphan 上海`,
    )
  })

  it('are whole again when their quote is back', () => {
    const start = lead.length
    const right = spanRecord(`${lead}嘉兴${tail}`, [{ start, end: start + 2 }])
    const orphan: SpanRecord = { ...right, at: [[0, 2]], anchor: 'orphan' }
    const before = '没有了'
    const view = textView(`新${lead}嘉兴${tail}`)
    const { sha256 } = textView(before)
    const [known] = reanchor([orphan], view, { sha256, textOf: () => before })
    assert.deepEqual([known?.state, known?.at], ['kept', [[start + 1, start + 3]]])
    // It could also be a passage that was there before.
    assert.equal(reanchor([orphan], view, { sha256 })[0]?.state, 'moved')
  })

  it('are orphans until something comes, even if there is a place for them', () => {
    const view = textView(`${lead}嘉兴${tail}`)
    const start = lead.length
    const right = spanRecord(view.text, [{ start, end: start + 2 }])
    const orphan: SpanRecord = { ...right, anchor: 'orphan' }
    const [found] = reanchor([orphan], view, { sha256: view.sha256 })
    assert.deepEqual([found?.state, found?.places], ['orphan', [right.at]])
  })

  it('stay in doubt until a person has looked at them', () => {
    const text = `${lead}嘉兴${tail}`
    const start = lead.length
    const right = spanRecord(text, [{ start, end: start + 2 }])
    const doubts: readonly SpanRecord[] = [
      { ...right, anchor: 'moved' },
      { ...right, anchor: 'changed', marked: ['加兴'] },
    ]
    const { sha256 } = textView(text)
    for (const after of [text, `新${text}`]) {
      for (const textOf of [() => text, () => undefined]) {
        const states = reanchor(doubts, textView(after), { sha256, textOf }).map(
          ({ state }) => state,
        )
        assert.deepEqual(states, ['moved', 'changed'])
      }
    }
  })

  it('stay what they are in another normal form', () => {
    assert.equal(moved('在⟦e\u0301cole|Place⟧举行', '在\u00e9cole举行'), '在⟦\u00e9cole|Place⟧举行')
  })

  it('are never cut inside a character', () => {
    assert.equal(moved('见⟦𠮷田|Person⟧茂', '见𠮵田茂'), '见⟦𠮵田|changed⟧茂')
    assert.equal(moved('😀⟦𠮷田|Person⟧茂', '😀😀𠮷田茂'), '😀😀⟦𠮷田|Person⟧茂')
  })

  it('take no text for the old one that is not', () => {
    const { sidecar } = markedSidecar(`${lead}⟦嘉兴市|Place⟧${tail}`)
    const view = textView(`新${lead}嘉兴市${tail}`)
    const options = { sha256: sidecar.header?.sha256, textOf: () => '另一篇' }
    assert.equal(reanchor(sidecar.records.filter(isAnchored), view, options)[0]?.how, 'quote')
  })
})

describe('annotations of a text that is not known', () => {
  const unknown = { known: false }

  it('are found by quote and context', () => {
    assert.equal(
      moved(`${lead}⟦上海|Place⟧${tail}在上海`, `在上海。${lead}上海${tail}`, unknown),
      `在上海。${lead}⟦上海|Place⟧${tail}`,
    )
  })

  it('are not found at another place of the same name', () => {
    assert.equal(
      moved(`${lead}⟦上海|Place⟧${tail}`, `今天在上海举行`, unknown),
      '今天在上海举行 / orphan 上海',
    )
  })

  it('are found by likeness from four characters on, and marked', () => {
    assert.equal(
      moved(`${lead}⟦嘉兴市总工会|Organization⟧${tail}`, `${lead}嘉兴市总王会${tail}`, unknown),
      `${lead}⟦嘉兴市总王会|changed⟧${tail}`,
    )
    assert.equal(
      moved(`${lead}⟦上海|Place⟧${tail}`, `${lead}上每${tail}`, unknown),
      `${lead}上每${tail} / orphan 上海`,
    )
  })

  it('offer the places where an orphan could be', () => {
    const { sidecar } = markedSidecar(`${lead}⟦上海|Place⟧${tail}`)
    const view = textView(`${lead}上每${tail}`)
    const [found] = reanchor(sidecar.records.filter(isAnchored), view, { sha256: undefined })
    const start = lead.length
    assert.deepEqual(found?.places[0], [[start, start + 2]])
    assert.deepEqual(found?.at, [[start, start + 2]])
  })

  it('of twice the same paragraph keep their order', () => {
    const twice = `${lead}⟦嘉兴市|Place⟧${tail}⏎`
    const plain = `${lead}嘉兴市${tail}⏎`
    const filler = '一二三四五六七八九十'.repeat(10)
    assert.equal(
      moved(`${twice}${filler}⏎${twice}`, `前言⏎${plain}${filler}⏎${plain}`, unknown),
      `前言⏎${twice}${filler}⏎${twice}`,
    )
  })

  it('do not share a place with one of their type', () => {
    // Two of three are gone: nobody can know which one is left.
    const found = moved(`在⟦上海|Place⟧,在⟦上海|Place⟧,在⟦上海|Place⟧`, `在上海,`, unknown)
    assert.ok(!found.includes('|Place⟧'))
    assert.equal(found.split('orphan').length, 4)
  })
})

describe('annotations in pieces', () => {
  const before = `${lead}北京的照片市政府${tail}`
  const start = lead.length
  const record: SpanRecord = {
    ...spanRecord(before, [
      { start, end: start + 2 },
      { start: start + 5, end: start + 8 },
    ]),
  }

  it('move together', () => {
    const view = textView(`新${before}`)
    for (const textOf of [() => before, () => undefined]) {
      const [found] = reanchor([record], view, { sha256: textView(before).sha256, textOf })
      assert.equal(found?.state, 'kept')
      assert.deepEqual(
        found.at,
        record.at.map(([from, to]) => [from + 1, to + 1]),
      )
    }
  })

  it('are orphans where one piece is gone', () => {
    const view = textView(before.replace('北京', ''))
    for (const textOf of [() => before, () => undefined]) {
      const [found] = reanchor([record], view, { sha256: textView(before).sha256, textOf })
      assert.equal(found?.state, 'orphan')
    }
  })

  it('are in reading order, which need not be that of the page', () => {
    const view = textView(before)
    const backwards = describeSpans(view, [
      { start: start + 5, end: start + 8 },
      { start, end: start + 2 },
    ])
    const [found] = reanchor([{ ...record, ...backwards }], textView(`新${before}`), {
      sha256: view.sha256,
      textOf: () => before,
    })
    assert.deepEqual(found?.at, [
      [start + 6, start + 9],
      [start + 1, start + 3],
    ])
  })
})
