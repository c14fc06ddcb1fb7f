import assert from 'node:assert/strict'
import { changedNames, holdsAny } from '../../server/src/recognition/decided/change.ts'
import { negativeMark } from '../../server/src/recognition/decided/decisions.ts'
import { oneArticlePage } from './one-article.ts'

describe('a change of names', () => {
  const before = {
    positive: new Map([
      ['富润', 'Organization'],
      ['光明', 'Organization'],
      ['南湖', 'Place'],
    ]),
    negative: new Set([negativeMark('王小明', 'Person')]),
  }

  it('is about the names that came, went, or are another type', () => {
    const after = {
      positive: new Map([
        ['富润', 'Organization'],
        ['光明', 'Group'],
        ['好人榜', 'Initiative'],
      ]),
      negative: new Set([negativeMark('高峰', 'Person')]),
    }
    const names = [...changedNames(before, after)].sort()
    assert.deepEqual(names, ['光明', '南湖', '好人榜', '王小明', '高峰'].sort())
    assert.deepEqual([...changedNames(before, before)], [])
  })

  it('concerns the pages that hold one of them, breaks left out', () => {
    const names = new Set(['富润', ''])
    assert.ok(holdsAny(oneArticlePage('走访富润。'), names))
    assert.ok(holdsAny(oneArticlePage('走访富\n润。'), names))
    assert.ok(!holdsAny(oneArticlePage('走访光明。'), names))
  })
})
