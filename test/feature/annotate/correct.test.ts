/** *Correct here*: the text is edited and saved, and what the source said is kept. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { isAnchored } from '../../../server/src/annotation/record/record.ts'
import type { ActionName, ActionResult } from '../../../server/src/feature/annotate/action.ts'
import { applyEdit } from '../../../server/src/text/edit.ts'
import { rangeToSpan } from '../../../server/src/text/lines.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { type AnnotatedPage, annotated, pageOf, pageUri, printed } from './fixture.ts'

describe('a correction of the text', () => {
  it('keeps what the source said, who says so and how surely', () => {
    const page = annotated('在老板座淡后。')
    correct(page, '座淡', '座谈', { certainty: 'conjectured', note: '?' })
    assert.deepEqual(kept(page), ['座淡→座谈 conjectured 王丽 ?'])
    assert.equal(pageOf(page.workspace).text, '在老板座谈后。')
  })

  it('of a corrected text keeps what the source said first', () => {
    const page = annotated('在老板座淡后。')
    correct(page, '座淡', '坐谈')
    correct(page, '坐谈', '座谈')
    assert.deepEqual(kept(page), ['座淡→座谈 certain 王丽'])
    correct(page, '谈后', '谈之后', { note: 'x' })
    assert.deepEqual(kept(page), ['座淡后→座谈之后 certain 王丽 x'])
  })

  it('joins those that it takes in, and leaves those beside it', () => {
    const page = annotated('甲乙丙丁戊己。')
    correct(page, '乙', '2')
    correct(page, '丁', '4')
    correct(page, '己', '6')
    correct(page, '2丙4', '二三四')
    assert.deepEqual(kept(page), ['乙丙丁→二三四 certain 王丽', '己→6 certain 王丽'])
    correct(page, '戊', '五')
    assert.equal(kept(page).length, 3)
  })

  it('that brings back what the source said is none', () => {
    const page = annotated('在老板座淡后。')
    correct(page, '座淡', '座谈')
    correct(page, '座谈', '座淡')
    assert.deepEqual(kept(page), [])
  })

  it('of a text that was put in or taken out has a place', () => {
    const page = annotated('嘉兴总工会⏎在总工工会。')
    correct(page, '兴', '兴市')
    assert.deepEqual(kept(page), ['兴→兴市 certain 王丽'])
    correct(page, '工工', '工')
    correct(page, '在', '')
    assert.deepEqual(kept(page), [
      '兴→兴市 certain 王丽',
      '在总→总 certain 王丽',
      '工工→工 certain 王丽',
    ])
    revert(page, '总')
    assert.equal(pageOf(page.workspace).text, '嘉兴市总工会\n在总工会。')
  })

  it('is taken back with the text', () => {
    const page = annotated('在⟦座淡|Honor!⟧后。')
    correct(page, '淡', '谈')
    assert.equal(printed(pageOf(page.workspace)), '在⟦座谈|Honor!⟧后。')
    revert(page, '谈')
    assert.equal(printed(pageOf(page.workspace)), '在⟦座淡|Honor!⟧后。')
    assert.deepEqual(kept(page), [])
  })

  it('is listed with its sentence', () => {
    const page = annotated('甲。在老板座淡后。')
    correct(page, '座淡', '座谈')
    const result = page.act('corrections')
    assert.ok(result.kind === 'answer')
    const [entry] = result.answer.corrections
    const { was, now, sentence, highlight, who } = entry ?? {}
    assert.deepEqual(
      [was, now, sentence, highlight, who],
      [...['座淡', '座谈', '在老板座谈后。'], [3, 5], '王丽'],
    )
  })

  it('is refused where nothing is corrected or the page says something else', () => {
    const page = annotated('在老板座淡后。')
    const span = { start: 1, end: 3 }
    const refused = (name: ActionName, values: JsonObject, at = { span }): string => {
      const result = page.act(name, values, at)
      return result.kind === 'refused' ? result.message : result.kind
    }
    assert.match(refused('correctText', { text: '老板' }), /Nothing was corrected/)
    assert.match(refused('correctText', {}), /“text”/)
    assert.match(refused('recordCorrection', { was: '老扳', text: '座谈' }), /does not say/)
    assert.match(refused('recordCorrection', { was: '老板' }), /Nothing was corrected/)
    assert.match(refused('recordCorrection', { was: 1 }), /“was”/)
    assert.match(refused('recordCorrection', { was: 'x', certainty: 'y' }), /“certainty”/)
    assert.match(refused('revertCorrection', { id: 'x' }), /not there any more/)
  })
})

describe('annotations on a corrected text', () => {
  const marksAfter = (marked: string, from: string, to: string): string => {
    const page = annotated(marked)
    correct(page, from, to)
    return printed(pageOf(page.workspace))
  }

  it('are confirmed, at their edges too', () => {
    for (const [from, to, expected] of [
      ['兴', '善', '在⟦嘉善市|Place!⟧好。'],
      ['市', '县', '在⟦嘉兴县|Place!⟧好。'],
      ['嘉', '佳', '在⟦佳兴市|Place!⟧好。'],
      ['嘉兴市', '甲县', '在⟦甲县|Place!⟧好。'],
      ['嘉兴市', '嘉兴市南湖区', '在⟦嘉兴市|Place!⟧南湖区好。'],
      ['兴', '', '在⟦嘉市|Place!⟧好。'],
    ] as const) {
      assert.equal(marksAfter('在⟦嘉兴市|Place!⟧好。', from, to), expected, `${from} → ${to}`)
    }
  })

  it('stay in doubt where their edge was in it', () => {
    assert.equal(
      marksAfter('在⟦嘉兴市|Place!⟧好。', '市好', '县妙'),
      '在⟦嘉兴|Place!changed⟧县妙。',
    )
  })

  it('keep their pieces', () => {
    const marked = '推动⟦快|Group!1⟧⏎⟦递小哥|Group!1⟧入会。'
    assert.equal(marksAfter(marked, '递小', '弟小'), '推动⟦快|Group!1⟧⏎⟦弟小哥|Group!1⟧入会。')
    assert.equal(marksAfter(marked, '快', '块'), '推动⟦块|Group!1⟧⏎⟦递小哥|Group!1⟧入会。')
  })

  it('that were in doubt before stay so', () => {
    const page = annotated('在⟦嘉兴市|Place!⟧好。')
    edit(page, '嘉兴', '佳兴')
    correct(page, '市', '县')
    assert.match(printed(pageOf(page.workspace)), /Place!changed/)
    assert.deepEqual(kept(page), ['市→县 certain 王丽'])
  })

  it('are right with astral characters and CRLF', () => {
    assert.equal(marksAfter('在⟦𠀀兴市|Place!⟧好。', '𠀀', '𠀁𠀁'), '在⟦𠀁𠀁兴市|Place!⟧好。')
    const page = annotated('前。\r\n在⟦嘉兴市|Place!⟧好。')
    correct(page, '兴', '善')
    assert.equal(printed(pageOf(page.workspace)), '前。\r⏎在⟦嘉善市|Place!⟧好。')
  })
})

describe('undo of a correction', () => {
  /** Corrects, takes both back in one order or the other, does both again: the page after each. */
  const backAndForth = (
    marked: string,
    [from, to]: readonly [string, string],
    { first, before = [] }: { readonly first: string; readonly before?: readonly string[] },
  ): readonly string[] => {
    const page = annotated(marked)
    const { workspace } = page
    const [source, conjecture] = before
    if (source !== undefined && conjecture !== undefined) correct(page, source, conjecture)
    const start = pageOf(workspace).text.indexOf(from)
    edit(page, from, to)
    const span = { start, end: start + to.length }
    page.act('recordCorrection', { was: from }, { span })
    const { transaction } = page.acting
    const takeBack = (way: 'undo' | 'redo') => () => page.acting.takeBack(transaction, way)
    const shown = () => [printed(pageOf(workspace)), ...kept(page)].join(' ')
    const steps = [() => edit(page, to, from), takeBack('undo')]
    for (const step of first === 'text' ? steps : steps.toReversed()) step()
    const undone = shown()
    edit(page, from, to)
    takeBack('redo')()
    return [undone, shown()]
  }

  for (const first of ['text', 'record']) {
    it(`leaves nothing in doubt, the ${first} first`, () => {
      assert.deepEqual(
        backAndForth('在⟦嘉兴市|Place!⟧好,⟦乙市|Place!⟧。', ['兴', '善'], { first }),
        [
          '在⟦嘉兴市|Place!⟧好,⟦乙市|Place!⟧。',
          '在⟦嘉善市|Place!⟧好,⟦乙市|Place!⟧。 兴→善 certain 王丽',
        ],
      )
      assert.deepEqual(backAndForth('在⟦嘉兴市|Place!⟧好。', ['嘉兴市', '甲县'], { first }), [
        '在⟦嘉兴市|Place!⟧好。',
        '在⟦甲县|Place!⟧好。 嘉兴市→甲县 certain 王丽',
      ])
    })
  }

  it('keeps the correction before it', () => {
    const options = { first: 'text', before: ['座淡', '坐谈'] }
    assert.deepEqual(backAndForth('在⟦座淡|Honor!⟧后。', ['坐谈', '座谈'], options), [
      '在⟦坐谈|Honor!⟧后。 座淡→坐谈 certain 王丽',
      '在⟦座谈|Honor!⟧后。 座淡→座谈 certain 王丽',
    ])
  })
})

let version = 1

/** As an editor does it: edit, save. */
function edit({ workspace }: AnnotatedPage, from: string, to: string): void {
  const { text } = pageOf(workspace)
  const start = text.indexOf(from)
  applied(workspace, { span: { start, end: start + from.length }, text: to })
}

function applied(workspace: AnnotatedPage['workspace'], change: Parameters<typeof applyEdit>[1]) {
  const { text } = pageOf(workspace)
  workspace.apply({ kind: 'open', uri: pageUri, version: version++, text })
  const now = applyEdit(text, change)
  workspace.apply({ kind: 'text', uri: pageUri, version: version++, text: now, edits: [change] })
  const content = { text: now, encoding: 'utf8', state: 'ready' } as const
  workspace.apply({ kind: 'file', uri: pageUri, content })
}

function correct(page: AnnotatedPage, from: string, to: string, values: JsonObject = {}): void {
  const start = pageOf(page.workspace).text.indexOf(from)
  const span = { start, end: start + from.length }
  perform(page, page.act('correctText', { text: to, ...values }, { span }))
}

function revert(page: AnnotatedPage, now: string): void {
  const placed = pageOf(page.workspace).annotations.records.find(
    ({ record }) => record.kind === 'correction' && record.quote.join('') === now,
  )
  perform(page, page.act('revertCorrection', { id: placed?.record.id ?? '' }))
}

/** What a client does with the answer. */
function perform(
  page: AnnotatedPage,
  result: ActionResult<'correctText' | 'revertCorrection'>,
): void {
  assert.ok(result.kind === 'answer', JSON.stringify(result))
  const { edit: change, record } = result.answer
  const span = rangeToSpan(pageOf(page.workspace).lines, change.range)
  applied(page.workspace, { span, text: change.text })
  const values: JsonObject = JSON.parse(JSON.stringify(record))
  const done = page.act('recordCorrection', values)
  assert.equal(done.kind, 'edits', JSON.stringify(done))
}

function kept({ workspace }: AnnotatedPage): readonly string[] {
  const { annotations, text } = pageOf(workspace)
  return annotations.records
    .flatMap(({ record, spans }) => {
      if (record.kind !== 'correction' || !isAnchored(record)) return []
      const now = text.slice(spans[0]?.start, spans[0]?.end)
      const { was, certainty, who, note } = record
      const words = [`${was}→${now}`, certainty, who, ...(note === undefined ? [] : [note])]
      return [{ start: spans[0]?.start ?? 0, words: words.join(' ') }]
    })
    .sort((a, b) => a.start - b.start)
    .map(({ words }) => words)
}
