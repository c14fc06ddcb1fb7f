import assert from 'node:assert/strict'
import { after, before, describe, it } from 'mocha'
import { ParameterStructures } from 'vscode-languageserver-protocol/node'
import { positionOf, startClient, type TestClient } from './client.ts'

const page = '002_dc38cb4497f90d8e.txt'

describe('our own requests', () => {
  let client: TestClient
  let text: string
  before(async () => {
    client = await startClient({ initializationOptions: { locale: 'zh-cn' } })
    text = await client.open(page)
  })
  after(() => client.stop())

  it('list the corpora and the types, in the language of the interface', async () => {
    const [corpus, ...others] = await client.own('biaozhu/corpora', {})
    assert.equal(corpus?.name, '工人报纸五版')
    assert.equal(corpus?.pages, 5)
    assert.equal(others.length, 0)
    const types = await client.own('biaozhu/types', {})
    assert.deepEqual(types[0], { name: 'Initiative', label: '举措' })
    assert.equal(types.length, 11)
  })

  it('need no parameters where they have none: nothing, an empty list and an empty object are alike', async () => {
    const { connection } = client
    const asked = await connection.sendRequest('biaozhu/types', {})
    assert.deepEqual(await connection.sendRequest('biaozhu/types'), asked)
    assert.deepEqual(
      await connection.sendRequest('biaozhu/types', ParameterStructures.byPosition),
      asked,
    )
    await assert.rejects(
      connection.sendRequest('biaozhu/types', ParameterStructures.byPosition, 1),
      { code: -32602 },
    )
  })

  it('list initiatives with kind, pages and mentions in their sentences', async () => {
    const initiatives = await client.own('biaozhu/initiatives', {})
    const found = initiatives.find(({ name }) => name.includes('助企十条'))
    assert.ok(found)
    assert.match(found.kindLabel, /\p{Script=Han}/u)
    assert.equal(
      found.count,
      found.pages.reduce((sum, { count }) => sum + count, 0),
    )
    const mentions = await client.own('biaozhu/mentions', { corpus: found.corpus, id: found.id })
    assert.equal(mentions.length, found.count)
    for (const { sentence, highlight, text: name } of mentions) {
      assert.equal(sentence.slice(...highlight), name)
    }
    assert.deepEqual(await client.own('biaozhu/mentions', { corpus: found.corpus, id: 'x' }), [])
  })

  it('count the corpus, and list or print as many spans as each number says', async () => {
    const overview = await client.own('biaozhu/overview', {})
    assert.ok(overview)
    const { corpus, pages, charts, hash } = overview
    assert.deepEqual(pages, { counted: 5, all: 5 })
    for (const { name: chart, series, rows } of charts) {
      assert.ok(rows.length > 0, chart)
      const [row] = rows
      const number = { corpus, chart, row: row?.key ?? '', series: series.at(-1)?.key ?? '' }
      const part = { ...number, from: 0, most: 3 }
      const { total, spans } = await client.own('biaozhu/overviewSpans', part)
      assert.equal(total, row?.counts.at(-1), chart)
      assert.equal(spans.length, Math.min(3, total), chart)
      for (const { sentence, highlight, text: name } of spans) {
        assert.equal(sentence.slice(...highlight), name)
      }
      const { csv, next } = await client.own('biaozhu/overviewCsv', part)
      assert.equal(csv.split(hash).length - 1, spans.length)
      assert.equal(next, total > 3 ? 3 : undefined)
    }
  })

  it('give one initiative as a text to take along', async () => {
    const [found] = await client.own('biaozhu/initiatives', {})
    assert.ok(found)
    const { corpus, id, name } = found
    const json = await client.own('biaozhu/initiativeText', { corpus, id, format: 'json' })
    assert.equal(JSON.parse(json ?? '').name, name)
    const markdown = await client.own('biaozhu/initiativeText', { corpus, id, format: 'markdown' })
    assert.ok(markdown?.startsWith('# '))
    const none = { corpus, id: 'Initiative:', format: 'json' } as const
    assert.equal(await client.own('biaozhu/initiativeText', none), null)
  })

  it('list entities of every type with the initiatives among them', async () => {
    const entities = await client.own('biaozhu/entities', {})
    const initiatives = await client.own('biaozhu/initiatives', {})
    const ids = new Set(entities.map(({ id }) => id))
    assert.ok(initiatives.every(({ id }) => ids.has(id)))
    assert.ok(new Set(entities.map(({ type }) => type)).size >= 8)
  })

  it('give marks that agree with the version of the page', async () => {
    const marks = await client.marks(client.uri(page))
    assert.equal(marks?.version, 1)
    assert.ok((marks?.marks.length ?? 0) > 50)
  })

  it('go to the next mention and back', async () => {
    const uri = client.uri(page)
    const position = { line: 0, character: 0 }
    const go = (direction: 'next' | 'previous', from = position) =>
      client.own('biaozhu/neighbour', { uri, position: from, direction, scope: 'page' })
    const first = await go('next')
    const second = await go('next', first?.range.start)
    assert.ok(first && second)
    assert.deepEqual(await go('previous', second.range.start), first)
    const last = await go('previous', first.range.start)
    assert.deepEqual(await go('next', last?.range.start), first)
  })

  it('give an article as continuous text with its pieces', async () => {
    const article = await client.own('biaozhu/logicalArticle', {
      uri: client.uri(page),
      position: positionOf(text, '通堵点难点'),
    })
    assert.ok(article)
    assert.match(article.title, /助企十条/)
    assert.ok(article.text.includes('打通堵点难点'), 'the column break is joined')
    const source = text.split('\n')
    const logical = article.text.split('\n')
    for (const piece of article.pieces) {
      const cut = (lines: readonly string[], { start, end }: typeof piece.logical): string =>
        (lines[start.line] ?? '').slice(start.character, end.character)
      assert.equal(cut(logical, piece.logical), cut(source, piece.source))
    }
  })

  it('say what is known of a page, and nothing of a file that is none', async () => {
    const data = await client.own('biaozhu/pageData', {
      uri: client.uri('000_43f4299937225fbf.txt'),
    })
    assert.equal(data?.newspaper, '浙江工人日报')
    assert.equal(data?.date, '2021-11-22')
    const info = await client.own('biaozhu/pageInfo', { uri: client.uri(page) })
    assert.deepEqual(info, {
      uri: client.uri(page),
      isPage: true,
      encoding: 'utf8',
      state: 'ready',
    })
    const other = await client.own('biaozhu/pageInfo', { uri: 'file:///nowhere/a.txt' })
    assert.equal(other.isPage, false)
    assert.equal(await client.own('biaozhu/pageData', { uri: 'file:///nowhere/a.txt' }), null)
  })
})
