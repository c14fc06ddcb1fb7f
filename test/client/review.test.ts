/** The review: what it stops at, how its rows are grouped, and the signs of pages. */
import assert from 'node:assert/strict'
import { faultKind } from '../../client/src/files/fault.ts'
import { onwards } from '../../client/src/relations/onwards.ts'
import { badgeOf } from '../../client/src/review/badge.ts'
import { describe as describeScope, filterFor, readScope } from '../../client/src/review/filter.ts'
import { allChecked, groupRows, rowKey } from '../../client/src/review/row-groups.ts'
import type { RelatedItem, ReviewRow } from '../../server/src/protocol.ts'

describe('the filter of a review', () => {
  it('is remembered as far as it is one', () => {
    const scope = {
      types: ['Place'],
      maximumConfidence: 0.7,
      unsure: true,
      gaps: ['title'],
    } as const
    assert.deepEqual(readScope(JSON.parse(JSON.stringify(scope))), scope)
    const broken = { types: 'Place', gaps: ['title', 'page', 1], minimumConfidence: '1', unsure: 1 }
    assert.deepEqual(readScope(broken), { gaps: ['title'] })
    assert.deepEqual([undefined, null, 'all', []].map(readScope), [{}, {}, {}, {}])
  })

  it('has an article only for the page of the article', () => {
    const article = { page: 'file:///c/1.txt', index: 2, title: '暖心行动' }
    const scope = { types: ['Place'], article }
    assert.deepEqual(filterFor(scope, article.page), { types: ['Place'], article: 2 })
    assert.deepEqual(filterFor(scope, 'file:///c/2.txt'), { types: ['Place'] })
    assert.deepEqual(filterFor(scope), { types: ['Place'] })
    assert.deepEqual(readScope(scope), { types: ['Place'] })
  })

  it('is put in words, and nothing needs none', () => {
    const words = {
      type: (name: string) => (name === 'Place' ? '地点' : name),
      sure: '可信',
      doubtful: '可疑',
      unsure: '不确定',
      gap: (kind: string) => kind,
    }
    const scope = {
      types: ['Place', 'Own'],
      minimumConfidence: 0.9,
      gaps: ['title', 'number'],
    } as const
    assert.equal(describeScope(scope, words), '地点, Own · 可信 · + title number')
    assert.equal(describeScope({}, words), '')
  })
})

describe('the rows of a page in the review', () => {
  const row = (
    kind: ReviewRow['kind'],
    line: number,
    more: Partial<ReviewRow> = {},
  ): ReviewRow => ({
    kind,
    location: {
      uri: 'file:///c/1.txt',
      range: { start: { line, character: 0 }, end: { line, character: 2 } },
    },
    text: '甲乙',
    sentence: '甲乙',
    highlight: [0, 2],
    ...more,
  })
  const rows = [
    row('suggestion', 0, { type: 'Date', confidence: 0.95 }),
    row('gap', 1),
    row('unsure', 2, { type: 'Place', id: '1' }),
    row('suggestion', 3, { type: 'Place', confidence: 0.5 }),
    row('suggestion', 4, { type: 'Own', confidence: 0.7 }),
    row('join', 5),
  ]
  const shown = (by: Parameters<typeof groupRows>[1]) => {
    const { flat, groups } = groupRows(rows, by, ['Place', 'Date'])
    const line = ({ location }: ReviewRow) => location.range.start.line
    return [flat.map(line), ...groups.map((group) => [group.key, ...group.rows.map(line)])]
  }

  it('come in their order, what is no suggestion in groups behind them', () => {
    assert.deepEqual(shown('place'), [
      [0, 1, 3, 4],
      ['unsure', 2],
      ['join', 5],
    ])
  })

  it('are together by type, in the order of the schema', () => {
    const types = shown('type').slice(1, 4)
    assert.deepEqual(types, [
      ['type Place', 3],
      ['type Date', 0],
      ['type Own', 4],
    ])
    assert.deepEqual(shown('type')[0], [1])
  })

  it('are together by confidence, the sure ones first', () => {
    assert.deepEqual(shown('confidence').slice(1, 4), [
      ['confidence sure', 0],
      ['confidence likely', 4],
      ['confidence doubtful', 3],
    ])
  })

  it('are all checked when each suggestion is', () => {
    const suggestions = rows.filter(({ kind }) => kind === 'suggestion')
    const checked = new Map(suggestions.map((each) => [rowKey(each), each]))
    assert.equal(checked.size, 3)
    assert.equal(allChecked(rows, checked), true)
    assert.equal(allChecked(rows, new Map([...checked].slice(1))), false)
    assert.equal(allChecked([row('join', 1)], checked), false)
  })
})

describe('the sign of a page', () => {
  const states = ['untouched', 'inProgress', 'done', 'stale'] as const
  const signs = (orphans: number) =>
    states.map((progress) => badgeOf({ uri: 'file:///c/1.txt', progress, orphans }))

  it('is another one for each state, and fits into the list', () => {
    const all = [...signs(0), ...signs(2)].map(({ sign }) => sign)
    assert.equal(new Set(all).size, 8)
    for (const sign of all) assert.ok(sign.length <= 2, sign)
  })

  it('warns where a person has to look', () => {
    const warned = (orphans: number) => signs(orphans).filter(({ warns }) => warns).length
    assert.deepEqual([warned(0), warned(1)], [1, 4])
  })

  it('has a colour where a page is done, or a person has to look', () => {
    const colours = signs(0).map(({ colour }) => colour)
    assert.deepEqual(colours, [undefined, undefined, 'biaozhu.pageDone', 'list.warningForeground'])
  })
})

describe('a fault of saving', () => {
  it('is known by what the system says', () => {
    const codes = ['ENOSPC', 'EROFS', 'EACCES', 'ENOENT', 'EIO', undefined]
    const kinds = ['full', 'readOnly', 'readOnly', 'gone', 'other', 'other']
    assert.deepEqual(codes.map(faultKind), kinds)
  })
})

describe('relations that are followed', () => {
  it('do not lead back the way that was taken', () => {
    const item = (id: string): RelatedItem => {
      const place = { line: 0, character: 0 }
      const location = { uri: 'file:///c/1.txt', range: { start: place, end: place } }
      const names = { relation: 'actor', label: '主体', text: '甲', type: 'Place' }
      return { id, ...names, direction: 'out', location, values: [] }
    }
    assert.deepEqual(
      onwards([item('a'), item('b')], ['a']).map(({ id }) => id),
      ['b'],
    )
  })
})
