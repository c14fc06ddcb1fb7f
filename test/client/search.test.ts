/** Types and other choices are found by key, name and pinyin. */
import assert from 'node:assert/strict'
import { soundsLike } from '../../client/src/pick/pinyin.ts'
import { byKey, search } from '../../client/src/pick/search.ts'

describe('pinyin', () => {
  it('finds a text by full syllables, initials and a mixture', () => {
    for (const query of ['laodongmofan', 'ldmf', 'laodmf', 'LDM', 'lao dong', "lao'd"]) {
      assert.ok(soundsLike('劳动模范', query), query)
    }
  })

  it('finds what stands in the middle', () => {
    assert.ok(soundsLike('劳动模范', 'mofan'))
    assert.ok(soundsLike('劳动模范', 'dm'))
    assert.ok(soundsLike('2021年“安康杯”竞赛', 'kbjs'))
  })

  it('knows each reading of a character', () => {
    for (const [text, query] of [
      ['长沙市', 'css'],
      ['成长', 'chengzhang'],
      ['重庆市', 'chongqing'],
      ['重点', 'zd'],
      ['银行', 'yinhang'],
      ['行动', 'xd'],
      ['乐清市', 'yqs'],
    ] as const) {
      assert.ok(soundsLike(text, query), `${text} ${query}`)
    }
  })

  it('does not find what sounds different', () => {
    for (const query of ['laomo', 'md', 'x', '', '劳', '1']) {
      assert.ok(!soundsLike('劳动模范', query), query)
    }
  })
})

describe('a box of choices', () => {
  const types = [
    { label: '举措', forms: ['Initiative'], key: '1' },
    { label: '人物', forms: ['Person'], key: '3' },
    { label: '集体', forms: ['Group', '班组'], key: '8' },
  ]
  const labels = (typed: string) => search(types, typed).map(({ label }) => label)

  it('finds them by name, other names and pinyin, best first', () => {
    assert.deepEqual(labels(''), ['举措', '人物', '集体'])
    assert.deepEqual(labels('per'), ['人物'])
    assert.deepEqual(labels('班组'), ['集体'])
    assert.deepEqual(labels('jc'), ['举措'])
    assert.deepEqual(labels('j'), ['举措', '集体'])
    assert.deepEqual(labels('ＲＷ'), ['人物'])
    assert.deepEqual(labels('zz'), [])
  })

  it('takes the one whose key is typed, full width too', () => {
    assert.equal(byKey(types, '3')?.label, '人物')
    assert.equal(byKey(types, '３')?.label, '人物')
    assert.equal(byKey(types, '4'), undefined)
  })
})
