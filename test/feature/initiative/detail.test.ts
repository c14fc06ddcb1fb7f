import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { defaultConfig } from '../../../server/src/corpus/config/config.ts'
import { type Detail, initiativeDetail } from '../../../server/src/feature/initiative/detail.ts'
import { articlesDiffer } from '../../../server/src/feature/initiative/differs.ts'
import { corpusFixture, fixtureRoot } from '../../corpus-fixture.ts'
import { lexicon } from '../../lexicon.ts'

const pages = {
  '1.txt':
    '⟦2019年6月|Date⟧，由⟦永州市总工会|Organization⟧主办的“⟦小哥行动|Initiative⟧”在⟦永州市|Place⟧启动。“⟦小哥行动|Initiative⟧”受到欢迎。',
  '2.txt':
    '⟦2021年5月|Date⟧，由⟦嘉兴市总工会|Organization⟧主办的“⟦小哥行动|Initiative⟧”在⟦嘉兴市|Place⟧启动。',
}

function detailOf(id: string): Detail | undefined {
  const { workspace } = corpusFixture(pages)
  const pageData = { '1.txt': { date: '2021-11-22' }, '2.txt': { date: '2020-01-01' } }
  const config = { ...defaultConfig, pageData }
  const corpora = [{ root: fixtureRoot, config, configUri: undefined, problems: [] }]
  workspace.apply({ kind: 'corpora', corpora })
  const [corpus] = workspace.snapshot().corpora
  assert.ok(corpus)
  return initiativeDetail(corpus, id)
}

describe('the detail of an initiative', () => {
  const detail = detailOf('Initiative:小哥行动') ?? assert.fail()

  it('has its mentions between their words, the articles in the order of their issues', () => {
    assert.deepEqual([detail.name, detail.kindLabel], ['小哥行动', 'Campaign'])
    assert.deepEqual(
      detail.articles.map(({ pageLabel }) => pageLabel),
      ['2020-01-01', '2021-11-22'],
    )
    assert.deepEqual(
      detail.mentions.map(({ article, left, text, right }) => [
        article,
        left.slice(-2),
        text,
        right,
      ]),
      [
        [0, '的“', '小哥行动', '”在嘉兴市启动。'],
        [1, '的“', '小哥行动', '”在永州市启动。'],
        [1, '“', '小哥行动', '”受到欢迎。'],
      ],
    )
  })

  it('has each fact with the words that say it, and says where articles differ', () => {
    const owners = detail.facts.find(({ key }) => key === 'owner')
    assert.ok(owners)
    const said = owners.said.map(({ article, text, place: { document, span } }) => {
      assert.equal(document.text.slice(span.start, span.end), text)
      return `${article} ${text}`
    })
    assert.deepEqual(said, ['0 嘉兴市总工会', '1 永州市总工会'])
    assert.equal(owners.differs, true)
  })

  it('has the value of a date, and its life by year', () => {
    const since = detail.facts.find(({ key }) => key === 'since')
    assert.deepEqual(
      since?.said.map(({ text, value }) => `${text} ${value}`),
      ['2021年5月 2021-05', '2019年6月 2019-06'],
    )
    assert.deepEqual(
      detail.life.map(({ key, counts }) => `${key} ${counts.join('/')}`),
      ['2019 0/1', '2020 1/0', '2021 2/1'],
    )
  })

  it('has who takes which part in it, under the name of the part, and its edition', () => {
    const { workspace } = corpusFixture({
      '3.txt':
        '第三届⟦禾城工匠大赛|Initiative⟧由⟦嘉兴市总工会|Organization⟧主办，⟦嘉兴日报|Organization⟧协办。',
    })
    const [corpus] = workspace.snapshot().corpora
    assert.ok(corpus)
    const facts = initiativeDetail(corpus, 'Initiative:禾城工匠大赛')?.facts ?? []
    const said = facts.map(({ label, said }) => [label, ...said.map(({ text }) => text)].join(' '))
    assert.ok(said.includes('coorganiser 嘉兴日报'), said.join('\n'))
    assert.ok(said.includes('Edition 第三届'), said.join('\n'))
  })

  it('is none of something else, or of nothing', () => {
    assert.equal(detailOf('Organization:嘉兴市总工会'), undefined)
    assert.equal(detailOf('Initiative:无'), undefined)
  })
})

describe('articles differ', () => {
  const differ = (key: 'owner' | 'place' | 'since' | 'targets', ...values: string[]): boolean =>
    articlesDiffer(
      key,
      values.map((value, article) => ({ article, value })),
      lexicon,
    )

  it('in what an initiative has one of', () => {
    assert.equal(differ('owner', '甲市总工会', '乙市总工会'), true)
    assert.equal(differ('targets', '职工', '司机'), false)
    assert.equal(differ('owner', '甲市总工会'), false)
  })

  it('not where one says more than the other', () => {
    assert.equal(differ('since', '2021', '2021-06'), false)
    assert.equal(differ('since', '2021-05', '2021-06'), true)
    assert.equal(differ('place', '苏州', '江苏苏州'), false)
    assert.equal(differ('place', '嘉兴市', '永州市'), true)
  })

  it('by what each says first', () => {
    const sayings = [
      { article: 0, value: '甲' },
      { article: 0, value: '乙' },
      { article: 1, value: '甲' },
    ]
    assert.equal(articlesDiffer('owner', sayings, lexicon), false)
  })
})
