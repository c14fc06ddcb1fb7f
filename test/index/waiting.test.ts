import assert from 'node:assert/strict'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans } from '../../server/src/annotation/record/selectors.ts'
import type { Analyser } from '../../server/src/corpus/analysis/analysis.ts'
import { createWarmer } from '../../server/src/corpus/loading/warm.ts'
import type { Corpus } from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { bracketAnalyser, definition, file, root, workspaceOf } from '../corpus/in-memory.ts'
import { simplePage, toMention } from '../corpus-fixture.ts'
import { lexicon } from '../lexicon.ts'

/** Suggests names that people accepted, and nothing else; notes which texts it looked at. */
function namesAnalyser(analysed: string[]): Analyser {
  return {
    lexicon,
    page: simplePage,
    mentions(text, page, marks) {
      analysed.push(text)
      return [...(marks?.positive ?? [])].flatMap(([name, type]) => {
        const start = text.indexOf(name)
        const end = start + name.length
        const isFree = start >= 0 && marks?.fixed.every(({ span }) => span.start >= end)
        return isFree ? [toMention(text, page, { start, end, type })] : []
      })
    },
  }
}

describe('pages on which a name stands that was decided elsewhere', () => {
  const setUp = () => {
    const analysed: string[] = []
    const pages = { 'a.txt': '富润开会。', 'b.txt': '走访富润。', 'c.txt': '走访光明。' }
    const workspace = workspaceOf(pages, namesAnalyser(analysed))
    const corpus = (): Corpus => {
      const [found] = workspace.snapshot().corpora
      assert.ok(found)
      return found
    }
    corpus().index.entityCounts()
    analysed.length = 0
    const accept = (): void => {
      const page = corpus().byPath('a.txt')
      assert.ok(page)
      const place = describeSpans(page.view, [{ start: 0, end: 2 }])
      const record: SpanRecord = {
        ...{ kind: 'span', id: 'A1', ...place, type: 'Organization', status: 'accepted' },
      }
      workspace.apply({ kind: 'annotate', edits: [{ uri: page.uri, put: [record], drop: [] }] })
    }
    const found = () => corpus().index.pagesMentioning('富润')
    return { workspace, corpus, analysed, accept, found }
  }

  it('are looked at again in the background, and a question does not wait for them', async () => {
    const { workspace, corpus, analysed, accept, found } = setUp()
    accept()
    assert.deepEqual(found(), ['a.txt'])
    assert.deepEqual(analysed, ['富润开会。'])
    const told: string[] = []
    await createWarmer(workspace).rest((uris) => told.push(...uris))
    assert.deepEqual(told, [`${root}/b.txt`])
    assert.deepEqual(analysed, ['富润开会。', '走访富润。'])
    assert.deepEqual(found(), ['a.txt', 'b.txt'])
    assert.equal(
      corpus().documents.every(({ isAnalysed }) => isAnalysed),
      true,
    )
  })

  it('answer at once as soon as somebody has looked at them', () => {
    const { corpus, accept, found } = setUp()
    accept()
    assert.deepEqual(found(), ['a.txt'])
    assert.equal(corpus().byPath('b.txt')?.mentions.length, 1)
    assert.deepEqual(found(), ['a.txt', 'b.txt'])
  })

  it('do not wait where an editor has them open, nor where their text changed', () => {
    const { workspace, accept, found } = setUp()
    workspace.apply({ kind: 'open', uri: `${root}/b.txt`, version: 1, text: '走访富润。' })
    accept()
    assert.deepEqual(found(), ['a.txt', 'b.txt'])
    const content = { text: '新走访富润。', encoding: 'utf8', state: 'ready' } as const
    workspace.apply({ kind: 'file', uri: `${root}/c.txt`, content })
    assert.deepEqual(found(), ['a.txt', 'b.txt', 'c.txt'])
  })
})

describe('pages that somebody analyses in the background', () => {
  const setUp = () => {
    const analyser = bracketAnalyser()
    const workspace = new Workspace(analyser, { analysedLater: true })
    workspace.apply({ kind: 'corpora', corpora: [definition()] })
    const write = (path: string, text: string) =>
      workspace.apply({ kind: 'file', uri: `${root}/${path}`, content: file(text) })
    const warmer = createWarmer(workspace)
    const found = () => workspace.snapshot().corpora[0]?.index.pagesMentioning('助企十条')
    return { analyser, workspace, write, warmer, found }
  }

  it('say nothing before that, and no question analyses them', async () => {
    const { analyser, write, warmer, found } = setUp()
    write('a.txt', '【助企十条】')
    write('b.txt', '再论【助企十条】')
    assert.deepEqual(found(), [])
    assert.deepEqual(analyser.analysed, [])
    await warmer.warm(`${root}/b.txt`)
    assert.deepEqual(found(), ['b.txt'])
    await warmer.rest(() => undefined)
    assert.deepEqual(found(), ['a.txt', 'b.txt'])
    assert.deepEqual(analyser.analysed, ['再论【助企十条】', '【助企十条】'])
  })

  it('say nothing of an old text, which may be wrong by now', async () => {
    const { write, warmer, found } = setUp()
    write('a.txt', '【助企十条】')
    await warmer.rest(() => undefined)
    write('a.txt', '新闻')
    assert.deepEqual(found(), [])
    write('a.txt', '新【助企十条】')
    assert.deepEqual(found(), [])
    await warmer.rest(() => undefined)
    assert.deepEqual(found(), ['a.txt'])
  })

  it('are there at once while a person edits them', () => {
    const { workspace, write, found } = setUp()
    write('a.txt', '')
    workspace.apply({ kind: 'open', uri: `${root}/a.txt`, version: 1, text: '【助企十条】' })
    assert.deepEqual(found(), ['a.txt'])
  })

  it('are analysed once, however many wait for them', async () => {
    const { analyser, write, warmer } = setUp()
    write('a.txt', '【助企十条】')
    await Promise.all([
      warmer.warm(`${root}/a.txt`),
      warmer.warm(`${root}/a.txt`),
      warmer.rest(() => undefined),
    ])
    assert.deepEqual(analyser.analysed, ['【助企十条】'])
  })
})
