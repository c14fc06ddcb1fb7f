import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { plain, problemsOf } from '../../server/training/pages/check.ts'
import { likenesses } from '../../server/training/pages/copies.ts'
import { corpusPages, type Part } from '../../server/training/pages/read.ts'
import { root } from '../repository/sources.ts'

/** Written names of persons, organisations and initiatives. */
function names(part: Part): ReadonlySet<string> {
  const wanted = new Set(['Person', 'Organization', 'Initiative'])
  return new Set(
    corpusPages([part]).flatMap(({ text, spans }) =>
      spans
        .filter(({ type }) => wanted.has(type))
        .map(({ start, end }) => plain(text.slice(start, end))),
    ),
  )
}

describe('the written corpus', () => {
  it('is marked as the guidelines say, and its facts stand on its pages', () => {
    const pages = corpusPages()
    assert.ok(pages.length >= 160)
    assert.equal(pages.filter((page) => problemsOf(page).length > 0).length, 0)
  })

  it('has each paper in one part', () => {
    const parts = new Map<string, Set<Part>>()
    for (const { paper, part } of corpusPages()) {
      parts.set(paper, (parts.get(paper) ?? new Set()).add(part))
    }
    assert.deepEqual(
      [...parts].filter(([, of]) => of.size > 1),
      [],
    )
  })

  it('gives no list of the lexicon a name that stands in its test part alone', () => {
    const others = corpusPages(['train', 'dev'])
      .map(({ text }) => plain(text))
      .join('\n')
    const words = new Set(
      globSync('server/lexicon/*.txt', { cwd: root }).flatMap((file) =>
        readFileSync(path.join(root, file), 'utf8')
          .split('\n')
          .filter((line) => !line.startsWith('#'))
          .flatMap((line) => line.split(/[\t ]/)),
      ),
    )
    const found = [...names('test')].filter((name) => words.has(name) && !others.includes(name))
    // So many were in the lists before the pages were written; nobody may look which.
    assert.ok(found.length <= known, `${found.length} names`)
  })
})

const known = 13

describe('pages that are alike', () => {
  it('share runs of characters, whatever stands between the words', () => {
    const page = { name: 'a', text: '县总工会在新城举行职工技能竞赛。' }
    const copy = { name: 'b', text: '县总工会,在新城\n举行职工技能竞赛' }
    const other = { name: 'c', text: '码头的吊车司机们昨天换上了新的工作服。' }
    const [first, second, third] = likenesses([page, copy, other])
    assert.deepEqual([first?.share, second?.share, third?.share], [1, 1, 0])
  })
})
