import assert from 'node:assert/strict'
import { createCorpus } from '../../server/src/corpus/snapshot/corpus.ts'
import type { Corpus, Document, PageOfCorpus } from '../../server/src/corpus/snapshot/model.ts'
import { definition } from '../../server/src/feature/cursor/definition.ts'
import { highlights } from '../../server/src/feature/cursor/highlights.ts'
import { hover } from '../../server/src/feature/cursor/hover.ts'
import { references } from '../../server/src/feature/cursor/references.ts'
import { root, workspaceOf } from '../corpus/in-memory.ts'

const pages = 40
const edited = '07.txt'

describe('a keystroke', () => {
  const texts = Array.from({ length: pages }, (_, i): [string, string] => [
    `${String(i).padStart(2, '0')}.txt`,
    `启动【助企十条】和【第${i}项】。`,
  ])
  const workspace = workspaceOf(Object.fromEntries(texts))
  const linked: string[] = []

  it('links one page again, whatever is asked after it', () => {
    const before = corpusOf(noting(workspace.snapshot().corpora[0]?.documents ?? [], linked))
    assert.equal(hover(placeIn(before), 5)?.plain.includes(`${pages} mentions`), true)
    assert.equal(new Set(linked).size, pages)
    linked.length = 0
    workspace.apply({
      kind: 'text',
      uri: `${root}/${edited}`,
      version: 1,
      text: '新启动【助企十条】',
    })
    const after = corpusOf(
      (workspace.snapshot().corpora[0]?.documents ?? []).map(
        (document, i) =>
          (document.path === edited ? noting([document], linked)[0] : before.documents[i]) ??
          document,
      ),
      before,
    )
    const place = placeIn(after)
    assert.equal(hover(place, 5)?.plain.includes(`${pages} mentions`), true)
    assert.equal(definition(place, 5)?.target.document.path, '00.txt')
    assert.equal(references(place, 5).length, pages)
    assert.deepEqual(highlights(place, 5), [{ start: 4, end: 8 }])
    assert.deepEqual([...new Set(linked)], [edited])
  })

  it('copies a list of pages, and makes one page', () => {
    const documents = () => workspace.snapshot().corpora[0]?.documents ?? []
    const before = documents()
    workspace.apply({ kind: 'text', uri: `${root}/${edited}`, version: 2, text: '【助企十条】' })
    const others = documents().filter((document, i) => document !== before[i])
    assert.deepEqual(
      others.map(({ path }) => path),
      [edited],
    )
  })
})

function corpusOf(documents: readonly Document[], before?: Corpus): Corpus {
  const [corpus] = workspaceOf({}).snapshot().corpora
  assert.ok(corpus)
  const { config, configUri, problems, binaryPaths, names } = corpus
  return createCorpus(
    { root, config: before?.config ?? config, configUri, problems },
    { documents, binaryPaths, names, before },
  )
}

function placeIn(corpus: Corpus): PageOfCorpus {
  const document = corpus.byPath(edited)
  assert.ok(document)
  return { corpus, document }
}

/** The documents, of which `read` hears whenever somebody looks at the mentions of one. */
function noting(documents: readonly Document[], read: string[]): readonly Document[] {
  return documents.map((document) =>
    Object.create(document, {
      mentions: {
        get() {
          read.push(document.path)
          return document.mentions
        },
      },
    }),
  )
}
