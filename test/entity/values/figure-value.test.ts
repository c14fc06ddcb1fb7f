import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { figureValue } from '../../../server/src/entity/values/figure-value.ts'
import { lexicon } from '../../lexicon.ts'

/** `>600 家`, `1000…4000 元`. */
function shownValue(text: string): string | undefined {
  const value = figureValue(text, lexicon)
  if (value === undefined) return undefined
  const { number, to, unit, bound } = value
  const range = to === undefined ? `${number}` : `${number}…${to}`
  return `${bound === '=' ? '' : bound}${range} ${unit}`.trimEnd()
}

function values(rows: readonly (readonly [string, string | undefined])[]): void {
  for (const [text, value] of rows) assert.equal(shownValue(text), value, text)
}

describe('the value of a figure', () => {
  it('is its number with its unit, in digits and Chinese numerals', () => {
    values([
      ['9.2亿元', '920000000 元'],
      ['2,460人', '2460 人'],
      ['１２台', '12 台'],
      ['9万4千元', '94000 元'],
      ['一百一十八人', '118 人'],
      ['两千一百万元', '21000000 元'],
      ['八点四公里', '8.4 公里'],
      ['三千六', '3600'],
      ['35千伏', '35 千伏'],
      ['六千米', '6000 米'],
      ['21万千瓦时', '210000 千瓦时'],
      ['二两', '2 两'],
      ['19起', '19 起'],
      ['零下十八度', '-18 度'],
      ['I2张', '12 张'],
      ['23I6人', '2316 人'],
    ])
  })

  it('is more than, less than or about it', () => {
    values([
      ['600多家', '>600 家'],
      ['10多万', '>100000'],
      ['7个多月', '>7 个月'],
      ['半年多', '>0.5 年'],
      ['五万余元', '>50000 元'],
      ['几十种', '>10 种'],
      ['十几天', '>10 天'],
      ['百余名', '>100 名'],
      ['四十岁以上', '>40 岁'],
      ['超过8000元', '>8000 元'],
      ['近2万人', '<20000 人'],
      ['不足五十米', '<50 米'],
      ['30人以下', '<30 人'],
      ['约38万', '≈380000'],
      ['四十斤左右', '≈40 斤'],
      ['三百来人', '≈300 人'],
      ['三四天', '≈3 天'],
      ['一两个', '≈1 个'],
    ])
  })

  it('is a share in percent', () => {
    values([
      ['99.26%', '99.26 %'],
      ['百分之七点三', '7.3 %'],
      ['四成五', '45 %'],
      ['近八成', '<80 %'],
      ['七成多', '>70 %'],
      ['一半', '50 %'],
      ['半数以上', '>50 %'],
      ['四分之一', '25 %'],
      ['千分之三十三', '3.3 %'],
      ['八折', '80 %'],
    ])
  })

  it('adds up halves, times and sums', () => {
    values([
      ['半年', '0.5 年'],
      ['一年半', '1.5 年'],
      ['两个半小时', '2.5 个小时'],
      ['四分半钟', '4.5 分钟'],
      ['3分47秒', '227 秒'],
      ['1小时52分', '112 分'],
      ['一元二角', '1.2 元'],
      ['六块二', '6.2 元'],
      ['两米六', '2.6 米'],
      ['三天三夜', '3 天'],
    ])
  })

  it('has two ends where it is a range', () => {
    values([
      ['18至45岁', '18…45 岁'],
      ['1000元至4000元', '1000…4000 元'],
      ['两到三名', '2…3 名'],
    ])
  })

  it('is not known where there is no number', () => {
    values([
      ['', undefined],
      ['许多', undefined],
      ['人', undefined],
    ])
  })
})
