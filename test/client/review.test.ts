/** The review: what it stops at, what is ticked and shown of it, and the signs of pages. */
import assert from 'node:assert/strict'
import { faultKind } from '../../client/src/files/fault.ts'
import { onwards } from '../../client/src/relations/onwards.ts'
import { badgeOf } from '../../client/src/review/badge.ts'
import {
  afterOnly,
  describe as describeScope,
  filterFor,
  readScope,
} from '../../client/src/review/filter.ts'
import { Ticked } from '../../client/src/review/ticked.ts'
import { Parts, step } from '../../client/src/views/parts.ts'
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

describe('the choice of initiatives alone', () => {
  const only = { only: ['Initiative', '劳动竞赛'] }
  const [initiative, kind, place, gap] = [
    { type: 'Initiative' },
    { type: '劳动竞赛' },
    { type: 'Place' },
    {},
  ]
  const all = [only, initiative, kind, place, gap]

  it('is one choice, which checks their types', () => {
    const before = [initiative, kind, place, gap]
    assert.deepEqual(
      new Set(afterOnly(before, [...before, only], all)),
      new Set([only, initiative, kind, gap]),
    )
  })

  it('checks all types again where it is taken back', () => {
    const before = [only, initiative, kind]
    assert.deepEqual(afterOnly(before, [initiative, kind], all), [initiative, kind, place])
  })

  it('is no longer checked where another type is', () => {
    const before = [only, initiative, kind]
    assert.deepEqual(afterOnly(before, [...before, place], all), [initiative, kind, place])
    assert.deepEqual(afterOnly(before, [...before, gap], all), [...before, gap])
  })
})

describe('what is ticked in the review', () => {
  const row = (line: number, more: Partial<ReviewRow> = {}): ReviewRow => ({
    kind: 'suggestion',
    location: {
      uri: 'file:///c/1.txt',
      range: { start: { line, character: 0 }, end: { line, character: 2 } },
    },
    text: '甲乙',
    type: 'Place',
    sentence: '甲乙',
    highlight: [0, 2],
    ...more,
  })

  it('is suggestions alone, counted below each line that holds them', () => {
    const ticked = new Ticked()
    ticked.set([row(0), row(1), row(2, { kind: 'join' })], ['page 1', 'group a'], true)
    ticked.set([row(3)], ['page 1'], true)
    assert.deepEqual(
      [ticked.count, ticked.under('page 1'), ticked.under('group a'), ticked.under('other')],
      [3, 3, 2, 0],
    )
    assert.equal(ticked.has(row(2, { kind: 'join' })), false)
    ticked.set([row(0)], [], false)
    assert.equal(ticked.under('group a'), 1)
    assert.deepEqual(ticked.items[0], { ...row(1).location, type: 'Place' })
  })

  it('is gone where it is open no longer', () => {
    const ticked = new Ticked()
    ticked.set([row(0), row(1)], [], true)
    ticked.keep('file:///c/2.txt', [])
    assert.equal(ticked.count, 2)
    ticked.keep('file:///c/1.txt', [row(1), row(5)])
    assert.deepEqual([ticked.has(row(0)), ticked.has(row(1))], [false, true])
    ticked.clear()
    assert.equal(ticked.count, 0)
  })
})

describe('the parts of a list', () => {
  it('grow each by itself, and begin anew with other lists', () => {
    const parts = new Parts()
    assert.equal(parts.of('root'), step)
    parts.more('root')
    parts.more('root')
    assert.deepEqual([parts.of('root'), parts.of('page 1')], [3 * step, step])
    parts.forget()
    assert.equal(parts.of('root'), step)
  })

  it('may begin with fewer lines', () => {
    const parts = new Parts(50)
    parts.more('root')
    assert.deepEqual([parts.of('root'), parts.of('page 1')], [50 + step, 50])
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
