import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { copiedInitiative } from '../../../server/src/feature/initiative/copied.ts'
import { initiativeList } from '../../../server/src/feature/lists/initiative-list.ts'
import { corpusFixture } from '../../corpus-fixture.ts'

const pages = {
  '1.txt':
    '⟦2019年6月|Date⟧，由⟦永州市总工会|Organization⟧主办的“⟦小哥行动|Initiative⟧”在⟦永州市|Place⟧启动。',
  '2.txt':
    '⟦2021年5月|Date⟧，由⟦嘉兴市总工会|Organization⟧主办的“⟦小哥行动|Initiative⟧”在⟦嘉兴市|Place⟧启动。',
}
const id = 'Initiative:小哥行动'

describe('an initiative that is copied', () => {
  const { workspace } = corpusFixture(pages)
  const [corpus = assert.fail()] = workspace.snapshot().corpora

  it('is as JSON the record of the command line', () => {
    const record: unknown = JSON.parse(copiedInitiative(corpus, id, 'json') ?? '')
    assert.deepEqual(record, initiativeList(corpus)[0])
  })

  it('is as Markdown its facts and mentions, each with its page', () => {
    const lines = copiedInitiative(corpus, id, 'markdown')?.split('\n') ?? []
    assert.deepEqual(lines.slice(0, 6), ['# 小哥行动', '', 'Campaign', '', '## Facts', ''])
    assert.ok(lines.includes('- **Owner** (The articles differ)'), lines.join('\n'))
    assert.ok(lines.includes('  - 永州市总工会 (1\\.txt)'), lines.join('\n'))
    assert.ok(lines.includes('  - 2021年5月 = 2021\\-05 (2\\.txt)'), lines.join('\n'))
    const mentions = lines.slice(lines.indexOf('## Mentions') + 2)
    assert.ok(mentions[0]?.endsWith('“**小哥行动**”在永州市启动。 (1\\.txt)'), mentions[0])
    assert.equal(mentions.length, 3)
  })

  it('makes nothing but text of what pages say', () => {
    const { workspace } = corpusFixture({ '1.txt': '[x](y)<b>，⟦小哥行动|Initiative⟧' })
    const [odd = assert.fail()] = workspace.snapshot().corpora
    const text = copiedInitiative(odd, id, 'markdown') ?? ''
    assert.ok(text.includes('\\[x\\]\\(y\\)\\<b\\>，**小哥行动**'), text)
  })

  it('is none of something else, or of nothing', () => {
    assert.equal(copiedInitiative(corpus, 'Organization:嘉兴市总工会', 'json'), undefined)
    assert.equal(copiedInitiative(corpus, 'Organization:嘉兴市总工会', 'markdown'), undefined)
    assert.equal(copiedInitiative(corpus, 'Initiative:无', 'json'), undefined)
  })
})
