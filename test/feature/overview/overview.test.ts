import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Corpus } from '../../../server/src/corpus/snapshot/model.ts'
import { numberCsv } from '../../../server/src/feature/overview/csv.ts'
import { overview } from '../../../server/src/feature/overview/overview.ts'
import { numberSpans } from '../../../server/src/feature/overview/spans.ts'
import type {
  OverviewChartName,
  OverviewNumber,
  OverviewRow,
} from '../../../server/src/protocol.ts'
import { lastOf } from '../../../server/src/values/steps.ts'
import { corpusFixture, fixtureRoot } from '../../corpus-fixture.ts'

const pages = {
  '20211122-1.txt':
    '⟦今年6月|Date⟧，⟦嘉兴市总工会|Organization⟧在⟦嘉兴市|Place⟧⟦南湖区|Place⟧启动⟦小哥行动|Initiative⟧。',
  '20211122-2.txt':
    '⟦2019年3月5日|Date⟧，⟦小哥行动|Initiative⟧和⟦红船竞赛|Initiative⟧到⟦浙江省|Place⟧⟦市民广场|Place⟧，⟦2021年|Date⟧又到⟦嘉兴|Place⟧。',
}

/** All pages analysed but those whose names are given. */
function corpusOf(marked: Readonly<Record<string, string>>, ...not: readonly string[]): Corpus {
  const { workspace } = corpusFixture(marked)
  const [corpus] = workspace.snapshot().corpora
  assert.ok(corpus)
  for (const document of corpus.documents) {
    if (!not.includes(document.path)) assert.ok(document.mentions.length > 0)
  }
  return corpus
}

const rowsOf = (corpus: Corpus, name: OverviewChartName): readonly OverviewRow[] =>
  lastOf(overview(corpus, '1')).charts.find((chart) => chart.name === name)?.rows ?? []

const print = ({ label, counts, children = [] }: OverviewRow): string => {
  const below = children.length === 0 ? '' : ` (${children.map(print).join(', ')})`
  return `${label} ${counts.join('/')}${below}`
}

const numbersIn = (corpus: Corpus, name: OverviewChartName): readonly string[] =>
  rowsOf(corpus, name).map(print)

const textsOf = (corpus: Corpus, number: Partial<OverviewNumber>): readonly string[] => {
  const all = { chart: 'type', from: 0, most: 100, ...number } as const
  return lastOf(numberSpans(corpus, all)).spans.map(({ text }) => text)
}

describe('the overview', () => {
  const corpus = corpusOf(pages)

  it('counts mentions by type in the order of the schema, by status and by page', () => {
    assert.deepEqual(numbersIn(corpus, 'type'), [
      'Initiative 0/3/0',
      'Organization 0/1/0',
      'Place 0/5/0',
      'Date 0/3/0',
    ])
    assert.deepEqual(numbersIn(corpus, 'status'), ['suggested 12'])
    assert.deepEqual(numbersIn(corpus, 'page'), ['20211122-1.txt 0/5/0', '20211122-2.txt 0/7/0'])
  })

  it('counts initiatives and their mentions by kind and owner, those without one last', () => {
    assert.deepEqual(numbersIn(corpus, 'kind'), ['Campaign 1/2', 'Competition 1/1'])
    const owners = numbersIn(corpus, 'owner')
    assert.equal(owners.at(-1)?.startsWith('Owner not known'), true, owners.join())
  })

  it('counts places in the divisions in which they lie, and those that lie nowhere', () => {
    assert.deepEqual(numbersIn(corpus, 'place'), [
      '浙江省 0/4 (嘉兴市 0/3 (南湖区 0/1))',
      'Elsewhere or not clear 0/1',
    ])
  })

  it('counts dates by year and month', () => {
    assert.deepEqual(numbersIn(corpus, 'year'), ['2019 0/1', '2021 0/1'])
    assert.deepEqual(numbersIn(corpus, 'month'), ['2019-03 0/1'])
  })

  it('says how many pages are counted so far', () => {
    const some = corpusOf(pages, '20211122-2.txt')
    const { pages: counted, charts } = lastOf(overview(some, '1'))
    assert.deepEqual(counted, { counted: 1, all: 2 })
    assert.equal(charts.find(({ name }) => name === 'page')?.rows.length, 1)
  })

  it('has a hash that is that of the texts, whichever way they came there', () => {
    const hashOf = (each: Corpus): string => lastOf(overview(each, '1')).hash
    assert.match(hashOf(corpus), /^[0-9a-f]{64}$/)
    assert.equal(hashOf(corpusOf(pages)), hashOf(corpus))
    const { workspace } = corpusFixture({ ...pages, '3.txt': '甲' })
    const now = (): Corpus => workspace.snapshot().corpora[0] ?? assert.fail()
    assert.notEqual(hashOf(now()), hashOf(corpus))
    workspace.apply({ kind: 'file', uri: `${fixtureRoot}/3.txt`, content: undefined })
    assert.equal(hashOf(now()), hashOf(corpus))
  })
})

describe('a number of the overview', () => {
  const corpus = corpusOf(pages)

  it('is as many spans as it says, for each row of each chart', () => {
    let count = 0
    for (const { name, series, rows } of lastOf(overview(corpus, '1')).charts) {
      const all = (row: OverviewRow): readonly OverviewRow[] => [
        row,
        ...(row.children ?? []).flatMap(all),
      ]
      for (const { key, counts } of rows.flatMap(all)) {
        counts.forEach((number, i) => {
          const of = { chart: name, row: key, series: series[i]?.key ?? '' }
          assert.equal(textsOf(corpus, of).length, number, `${name} ${key}`)
          count += number
        })
      }
    }
    assert.ok(count > 40, `${count}`)
  })

  it('has its spans in order, with their sentences', () => {
    assert.deepEqual(textsOf(corpus, { chart: 'type', row: 'Initiative' }), [
      '小哥行动',
      '小哥行动',
      '红船竞赛',
    ])
    const number = { chart: 'place', row: '浙江省 嘉兴市', from: 0, most: 9 } as const
    assert.deepEqual(textsOf(corpus, number), ['嘉兴市', '南湖区', '嘉兴'])
    const [first] = lastOf(numberSpans(corpus, number)).spans
    assert.ok(first)
    const { sentence, highlight } = first
    assert.equal(sentence.slice(highlight.start, highlight.end), '嘉兴市')
  })

  it('is given in parts, each with the number of all', () => {
    const part = { chart: 'type', from: 1, most: 2 } as const
    const { total, spans } = lastOf(numberSpans(corpus, { ...part, row: 'Place' }))
    assert.equal(total, 5)
    assert.deepEqual(
      spans.map(({ text }) => text),
      ['南湖区', '浙江省'],
    )
  })

  it('is CSV with the state of the corpus on each row, the same in one part and in many', () => {
    const csv = (from: number, most: number) =>
      lastOf(
        numberCsv(corpus, { chart: 'place', from, most }, { version: '1.2.3', commit: 'c0ffee' }),
      )
    const whole = csv(0, 100)
    assert.equal(whole.next, undefined)
    const lines = whole.csv.trimEnd().split('\r\n')
    assert.equal(
      lines[0],
      'corpus,commit,version,chart,row,series,page,start,end,text,type,status,entity,sentence',
    )
    const { hash } = lastOf(overview(corpus, '1.2.3'))
    assert.ok(
      lines[1]?.startsWith(`${hash},c0ffee,1.2.3,place,浙江省 嘉兴市,suggested,20211122-1.txt,`),
    )
    assert.equal(lines.length, 6)
    const first = csv(0, 2)
    assert.equal(first.next, 2)
    const second = csv(2, 2)
    assert.equal(second.next, 4)
    const last = csv(4, 2)
    assert.equal(last.next, undefined)
    assert.equal(first.csv + second.csv + last.csv, whole.csv)
  })
})
