import assert from 'node:assert/strict'
import { literalsOf } from '../../../server/src/feature/search/literals.ts'
import { rounds } from '../../rounds.ts'
import { pick, randomOf } from '../../varied/random.ts'

describe('what stands in every match of an expression', () => {
  it('are its signs that follow each other outside of groups', () => {
    const literals = (source: string, flags = '') => literalsOf(source, flags).join(' ')
    const cases: Readonly<Record<string, string>> = {
      爱心驿站: '爱心驿站',
      '第[一二三]届.{1,9}技能大赛': '技能大赛',
      '总?工会': '工会',
      '总工?会': '',
      '总工{0,2}会计': '会计',
      '总工+会计': '总工 会计',
      '工会|公会': '',
      '(工会|公会)主席': '主席',
      '(?:(工会)|x)?主席团(?!成员)': '主席团',
      '\\u5de5会\\p{L}主席': '主席',
      '[\\]工会]主席': '主席',
      '^工会$': '工会',
      '工会\\(主席': '工会 主席',
    }
    for (const [source, expected] of Object.entries(cases)) {
      assert.equal(literals(source), expected, source)
    }
    assert.deepEqual([literals('ΑΣ工会', 'i'), literals('AB工会', 'i')], ['', 'AB工会'])
  })

  it('stand in every match of random expressions', () => {
    const random = randomOf(9)
    const pieces = [
      '工',
      '会',
      '市',
      '工会',
      '市工',
      '会市',
      '工',
      '(',
      ')',
      '|',
      '?',
      '+',
      '*',
      '{0,2}',
      '{2}',
      '.',
      '[工会]',
      '\\w',
      '\\u5de5',
      '(?=',
      'A',
    ] as const
    const signs = ['工', '会', '市', 'A', 'a'] as const
    let matched = 0
    for (let round = 0; round < rounds(3000); round++) {
      const source = Array.from({ length: 1 + random(9) }, () => pick(random, pieces)).join('')
      const flags = random(2) === 0 ? 'u' : 'iu'
      let expression: RegExp
      try {
        expression = new RegExp(source, flags)
      } catch {
        continue
      }
      for (let i = 0; i < 20; i++) {
        const text = Array.from({ length: random(9) }, () => pick(random, signs)).join('')
        const match = expression.exec(text)
        if (match === null) continue
        const folded = (each: string) => (flags === 'iu' ? each.toLowerCase() : each)
        for (const literal of literalsOf(source, flags)) {
          matched++
          assert.ok(folded(text).includes(folded(literal)), `${source} ${text}`)
        }
      }
    }
    assert.ok(matched > 100, String(matched))
  })
})
