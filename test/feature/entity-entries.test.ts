/** What the views know of entities, and the table of what they show. */
import assert from 'node:assert/strict'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { shownTable } from '../../server/src/feature/export/list-export.ts'
import { entities, entitiesOnPage } from '../../server/src/feature/lists/entities.ts'
import { entityMentions } from '../../server/src/feature/lists/entity-mentions.ts'
import {
  initiatives,
  initiativesOnPage,
  unconfirmed,
} from '../../server/src/feature/lists/initiatives.ts'
import { annotated, root } from './annotate/fixture.ts'

const text =
  '浙江工人日报⏎⏎⟦张湾区总工会|Organization!⟧推出⟦“助企十条”|Initiative!⟧，⟦2021年6月|Date!⟧起在⟦浙江省嘉兴市|Place⟧。⏎⟦助企十条|Initiative⟧与⟦暖企行动|Initiative⟧。⟦王丽|Person⟧说。'

const { workspace } = annotated(text, {
  relations: [
    ['actor', 1, 0],
    ['date', 1, 2],
  ],
  others: { '2.txt': '⟦暖企行动|Initiative⟧，⟦暖企行动|Initiative⟧。' },
})
const snapshot = workspace.snapshot()

describe('an entity for the views', () => {
  const of = (name: string) => entities(snapshot).find((each) => each.name === name)

  it('says how many of its mentions are open', () => {
    assert.deepEqual([of('“助企十条”')?.count, of('“助企十条”')?.open], [2, 1])
    assert.deepEqual([of('暖企行动')?.count, of('暖企行动')?.open], [3, 3])
    assert.equal(of('张湾区总工会')?.open, 0)
  })

  it('says where it is, as far as its name says it', () => {
    assert.equal(of('张湾区总工会')?.place, '张湾区')
    assert.equal(of('浙江省嘉兴市')?.place, '浙江省')
    assert.equal(of('王丽')?.place, undefined)
  })

  it('says which is the earliest issue that names it', () => {
    const other = annotated('⟦暖企行动|Initiative⟧', {
      others: { '2.txt': '⟦暖企行动|Initiative⟧' },
    }).workspace
    const config = {
      pageData: { '1.txt': { date: '2021-11-22' }, '2.txt': { date: '2020-01-02' } },
    }
    const [corpus] = other.snapshot().corpora
    assert.ok(corpus)
    other.apply({
      kind: 'corpora',
      corpora: [
        { root, config: { ...corpus.config, ...config }, configUri: undefined, problems: [] },
      ],
    })
    assert.equal(entities(other.snapshot())[0]?.issued, '2020-01-02')
  })
})

describe('the entities of one page', () => {
  const place = (path: string) => {
    const found = findPage(snapshot, `${root}/${path}`)
    assert.ok(found)
    return found
  }

  it('are those that it names, in its order, counted there alone', () => {
    const counts = (path: string) =>
      entitiesOnPage(place(path)).map(({ name, count, open }) => [name, count, open])
    assert.deepEqual(counts('2.txt'), [['暖企行动', 2, 2]])
    const [first, second] = counts('1.txt')
    assert.deepEqual(
      [first, second],
      [
        ['张湾区总工会', 1, 0],
        ['“助企十条”', 2, 1],
      ],
    )
    assert.deepEqual(counts('1.txt').at(-1), ['王丽', 1, 1])
  })

  it('keep the other pages on which they are', () => {
    const [entry] = entitiesOnPage(place('2.txt'))
    assert.deepEqual(
      entry?.pages.map(({ count }) => count),
      [1, 2],
    )
    assert.equal(entityMentions(place('2.txt').corpus, entry?.id ?? '', '2.txt').length, 2)
  })

  it('have, as initiatives, the facts that other pages say', () => {
    const found = initiativesOnPage(place('1.txt'))
    assert.deepEqual(
      found.map(({ name, count, began }) => [name, count, began]),
      [
        ['“助企十条”', 2, '2021-06'],
        ['暖企行动', 1, undefined],
      ],
    )
    assert.equal(initiativesOnPage(place('2.txt')).length, 1)
  })
})

describe('an initiative for its view', () => {
  it('has the value of its beginning', () => {
    const [first] = initiatives(snapshot)
    assert.deepEqual([first?.since, first?.began], ['2021年6月', '2021-06'])
  })

  it('is to be confirmed where nobody has confirmed any mention of it', () => {
    assert.equal(unconfirmed(snapshot), 1)
  })
})

describe('the table of what a view shows', () => {
  const line = (name: string, group: string, count: number) => {
    const entity = entities(snapshot).find((each) => each.name === name)
    return { group, corpus: root, id: entity?.id ?? '', count }
  }
  const cells = (list: 'initiatives' | 'entities', lines: readonly ReturnType<typeof line>[]) => {
    const { columns, rows } = shownTable(snapshot, { list, lines })
    return rows.map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i]])))
  }

  it('has the lines in their order, each in its group with its number there', () => {
    const rows = cells('initiatives', [
      line('暖企行动', '第2版', 2),
      line('“助企十条”', '第1版', 2),
      line('暖企行动', '第1版', 1),
    ])
    assert.deepEqual(
      rows.map(({ group, name, mentions, status }) => [group, name, mentions, status]),
      [
        ['第2版', '暖企行动', 2, 'suggested'],
        ['第1版', '“助企十条”', 2, 'accepted'],
        ['第1版', '暖企行动', 1, 'suggested'],
      ],
    )
    assert.deepEqual(rows[1]?.['owner'], '张湾区总工会')
    assert.deepEqual(rows[1]?.['since'], '2021年6月')
  })

  it('has entities with their types, and leaves out what is gone', () => {
    const gone = { group: 'x', corpus: root, id: 'Person:没有', count: 1 }
    const rows = cells('entities', [line('王丽', '人物', 1), gone])
    assert.deepEqual(
      rows.map(({ group, type, name }) => [group, type, name]),
      [['人物', 'Person', '王丽']],
    )
  })
})
