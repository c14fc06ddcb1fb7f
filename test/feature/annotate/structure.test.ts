/** People correct the structure and data of a page; the analysis follows, annotations stay. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { defaultConfig } from '../../../server/src/corpus/config/config.ts'
import { findPage, type PageOfCorpus } from '../../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../../server/src/corpus/snapshot/workspace.ts'
import type {
  ActionName,
  ActionResult,
  AnyResult,
} from '../../../server/src/feature/annotate/action.ts'
import { codeActions } from '../../../server/src/feature/cursor/code-actions.ts'
import type { Span } from '../../../server/src/text/span.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { lexicon } from '../../lexicon.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { described } from '../../page/corrected.ts'
import { Acting, type Places, position } from './acting.ts'
import { pageUri, root } from './fixture.ts'

const text =
  '某市送清凉\n\n记者周静报道 昨天送清凉,大家都说这样很好。\n\n某县培训\n\n记者余丽报道 今天培训。\n\n清凉又送到工地。'

describe('blocks', () => {
  it('are split at the cursor, once', () => {
    const page = structured(text)
    page.act('splitBlock', '大家', { kind: 'note' })
    assert.match(page.blocks(), /昨天送清凉,\|paragraph⟧⟦大家都说这样很好。\|note⟧/)
    assert.match(page.refusal('splitBlock', '大家'), /inside its text/)
    const [block] = blocksAt(page, '都说').blocks
    assert.deepEqual(block?.said, [{ id: 'n1', what: 'split' }])
    page.act('drop', '', { id: 'n1' })
    assert.deepEqual(page.records(), [])
    assert.match(page.refusal('splitBlock', '某市'), /inside its text/)
    assert.match(page.refusal('splitBlock', '昨天', { kind: 'x' }), /“kind”/)
  })

  it('get another kind, and their own again', () => {
    const page = structured(text)
    page.act('setBlockKind', '又送', { kind: 'note' })
    page.act('setBlockKind', '工地', { kind: 'caption' })
    assert.ok(page.blocks().endsWith('⟦清凉又送到工地。|caption⟧'))
    assert.deepEqual(page.records(), ['kind 清凉又送到工地。 "caption"'])
    page.act('setBlockKind', '又送', { kind: null })
    assert.deepEqual(page.records(), [])
    assert.ok(page.blocks().endsWith('⟦清凉又送到工地。|paragraph⟧'))
    assert.match(page.refusal('setBlockKind', '又送', { kind: null }), /Nobody/)
    assert.match(page.refusal('setBlockKind', '又送', { kind: 'x' }), /“kind”/)
  })

  it('are asked for with the kinds that there are', () => {
    const page = structured(text)
    const { blocks, kinds } = blocksAt(page, '又送')
    assert.deepEqual(
      blocks.map(({ kind, label, text, article }) => [kind, label, text, article]),
      [['paragraph', 'Paragraph', '清凉又送到工地', 1]],
    )
    assert.equal(kinds.length, 11)
    const all = blocksAt(page, '', { span: { start: 0, end: text.length } })
    assert.equal(all.blocks.length, analysePage(text).blocks.length)
  })
})

describe('continuations', () => {
  const broken =
    '某市总工会送清凉\n\n本报讯 记者周静报道 昨天慰问了货\n\n据了解,慰问每年一次。\n\n某县总工会培训\n\n本报讯 记者余丽报道 昨天培训。\n\n司机很多。'

  it('are made, and taken apart again', () => {
    const page = structured(broken)
    const ends = { from: page.at('慰问了'), to: page.at('司机') }
    page.act('continuesAt', '', { value: true, ...ends })
    assert.ok(page.articles()[0]?.includes('昨天慰问了货司机很多。'))
    page.act('continuesAt', '', { value: true, ...ends, to: page.at('据了') })
    assert.ok(page.articles()[0]?.includes('昨天慰问了货据了解,慰问每年一次。'))
    assert.equal(page.records().length, 1)
    page.act('continuesAt', '', { value: false, ...ends, to: page.at('据了') })
    assert.deepEqual(page.records(), ['join 昨天慰问了货…据了解,慰问每年一次。 false'])
    page.act('continuesAt', '', { value: null, ...ends, to: page.at('据了') })
    assert.deepEqual(page.records(), [])
    const same = { from: page.at('慰问'), to: page.at('昨天') }
    assert.match(page.refusal('continuesAt', '', { value: true, ...same }), /with itself/)
  })

  it('that are unsure are accepted or refused where they are', () => {
    for (const value of [true, false]) {
      const page = structured(broken)
      assert.equal(page.place().document.page.unsureJoins.length, 1)
      page.act('continuesAt', '据了', { value })
      assert.equal(page.place().document.page.unsureJoins.length, 0)
      const joined = page.articles()[0]?.includes('昨天慰问了货据了解,慰问每年一次。')
      assert.equal(joined, value)
    }
    const nothing = structured(text)
    assert.match(nothing.refusal('continuesAt', '昨天', { value: true }), /Nothing stops/)
  })

  it('that are unsure are offered as code actions near by', () => {
    const page = structured(broken)
    const offered = (words: string) => {
      const start = broken.indexOf(words)
      return codeActions(page.place(), { start, end: start }, {}).map(({ title }) => title)
    }
    const both = ['It goes on there: “据了解,慰问每年一次。”', 'They do not belong together']
    assert.deepEqual(offered('问了货'), both)
    assert.deepEqual(offered('了解'), both)
    assert.deepEqual(offered('培训。'), [])
    const [yes] = codeActions(page.place(), page.span('了解'), {})
    assert(yes !== undefined && 'command' in yes && yes.command === 'continuesAt')
    page.act('continuesAt', '', { value: yes.params.value ?? null }, { span: yes.span })
    assert.equal(page.place().document.page.unsureJoins.length, 0)
  })
})

describe('articles', () => {
  it('are asked for', () => {
    const result = structured(text).act('articlesOf', '')
    assert(result.kind === 'answer')
    const shown = result.answer.articles.map(({ index, title, kind }) => [index, title, kind])
    assert.deepEqual(shown, [
      [0, '某市送清凉', 'article'],
      [1, '某县培训', 'article'],
    ])
  })

  it('get blocks of others, or are made of them', () => {
    const page = structured(text)
    page.act('moveBlock', '又送', { article: 0 })
    assert.equal(page.articles()[0]?.at(-1), '清凉又送到工地。')
    assert.match(page.refusal('moveBlock', '又送', { article: 0 }), /already/)
    page.act('moveBlock', '又送', { article: 'new' })
    assert.deepEqual(page.articles()[2], ['清凉又送到工地。'])
    page.act('moveBlock', '又送', { article: 1 })
    assert.equal(page.articles().length, 2)
    assert.equal(page.records().length, 1)
    assert.match(page.refusal('moveBlock', '又送', { article: 9 }), /“article”/)
  })

  it('get title lines and authors, or none', () => {
    const page = structured(text)
    page.act('setTitles', '今天', {}, { spans: [page.span('清凉又送到工地。')] })
    const headline = () => page.place().document.page.articles[1]?.headline
    assert.equal(headline(), '清凉又送到工地。')
    page.act('setTitles', '今天', {}, { spans: [page.span('某县培训')] })
    assert.equal(headline(), '某县培训')
    page.act('setTitles', '', { article: 1 }, { spans: [] })
    assert.equal(headline(), undefined)
    assert.equal(page.records().length, 1)
    page.act('setByline', '今天', {}, { spans: [page.span('余')] })
    const byline = () => page.place().document.page.articles[1]?.byline.map(({ name }) => name)
    assert.deepEqual(byline(), ['余'])
    page.act('setByline', '今天', {}, { spans: [] })
    assert.deepEqual(byline(), [])
    assert.equal(page.records().length, 2)
    assert.match(page.refusal('setTitles', '今天'), /“ranges”/)
  })
})

describe('page data', () => {
  it('that are set win, key by key, and go again', () => {
    const page = structured(text)
    const data = () => page.place().corpus.pageData(page.place().document)
    page.act('setPageData', '', { newspaper: '工人日报', date: '2021-11-22' })
    page.act('setPageData', '', { number: 3 })
    assert.deepEqual(data(), { newspaper: '工人日报', date: '2021-11-22', number: 3 })
    assert.equal(page.records().length, 1)
    page.act('setPageData', '', { newspaper: null, date: null, number: null })
    assert.deepEqual(data(), {})
    assert.deepEqual(page.records(), [])
    assert.match(page.refusal('setPageData', ''), /Nothing/)
    assert.match(page.refusal('setPageData', '', { date: null }), /Nobody/)
    for (const [key, value] of Object.entries({ date: '22.11.', number: 1.5, newspaper: 3 }))
      assert.match(page.refusal('setPageData', '', { [key]: value }), new RegExp(`“${key}”`))
  })
})

/** A page with people's corrections; places are given by the words that begin there. */
function structured(text: string) {
  const workspace = new Workspace({ lexicon, page: analysePage, mentions: () => [] })
  const config = { ...defaultConfig }
  workspace.apply({
    kind: 'corpora',
    corpora: [{ root, config, configUri: undefined, problems: [] }],
  })
  const content = { text, encoding: 'utf8', state: 'ready' } as const
  workspace.apply({ kind: 'file', uri: pageUri, content })
  const place = (): PageOfCorpus => {
    const found = findPage(workspace.snapshot(), pageUri)
    if (found === undefined) throw new Error('The page is gone')
    return found
  }
  const acting = new Acting(workspace)
  const run = <N extends ActionName>(
    name: N,
    words: string,
    values: JsonObject = {},
    given: Places = {},
  ): ActionResult<N> => {
    const offset = words === '' ? undefined : text.indexOf(words)
    return acting.act(name, pageUri, values, { offset, ...given })
  }
  return {
    place,
    at: (words: string) => position(place().document.lines, text.indexOf(words)),
    span(words: string): Span {
      const start = text.indexOf(words)
      return { start, end: start + words.length }
    },
    act<N extends ActionName>(...given: Parameters<typeof run<N>>): ActionResult<N> {
      const result: ActionResult<N> = run(...given)
      const any: AnyResult = result
      if (any.kind === 'refused') throw new Error(any.message)
      assert.equal(place().document.text, text)
      return result
    },
    refusal(name: ActionName, words: string, values: JsonObject = {}): string {
      const result: AnyResult = run(name, words, values)
      return result.kind === 'refused' ? result.message : result.kind
    },
    blocks: (): string => described(text, place().document.page).blocks,
    articles: () => described(text, place().document.page).articles,
    records: (): readonly string[] =>
      place().document.annotations.records.flatMap(({ record }) => {
        if (record.kind !== 'page') return []
        const value = record.value === undefined ? [] : [JSON.stringify(record.value)]
        return [[record.what, (record.quote ?? []).join('…'), ...value].join(' ')]
      }),
  }
}

function blocksAt(page: ReturnType<typeof structured>, words: string, at: Places = {}) {
  const result = page.act('blocksAt', words, {}, at)
  assert(result.kind === 'answer')
  return result.answer
}
