/** What dates mean. Each row is a date as a page prints it, in an issue of Wednesday 17 June 2015 unless said. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { dayOfText } from '../../../server/src/entity/values/calendar.ts'
import { dateValue } from '../../../server/src/entity/values/date-value.ts'
import { lexicon } from '../../lexicon.ts'

function values(
  rows: readonly (readonly [string, string | undefined])[],
  issue = '2015-06-17',
): void {
  for (const [text, value] of rows) {
    assert.equal(
      dateValue(text, { issue: dayOfText(issue), before: undefined }, lexicon),
      value,
      text,
    )
  }
}

describe('the value of a date', () => {
  it('is what it says, in digits, Chinese numerals and figures', () => {
    values([
      ['2015年6月2日', '2015-06-02'],
      ['２０１５年６月２日', '2015-06-02'],
      ['二〇〇八年十二月三日', '2008-12-03'],
      ['二零一六年', '2016'],
      ['一九九八年五月一日上午', '1998-05-01'],
      ['2021-11-22', '2021-11-22'],
      ['2021.11', '2021-11'],
      ['2018 年\n度', '2018'],
      ['98年3月', '1998-03'],
      ['民国二十四年', '1935'],
      ['12月2I日', '2015-12-21'],
    ])
  })

  it('is in the year of the issue where it names none, and counted from it where it says so', () => {
    values([
      ['今年6月', '2015-06'],
      ['去年10月', '2014-10'],
      ['前年', '2013'],
      ['明年3月底', '2016-03'],
      ['7月4日', '2015-07-04'],
      ['元月5日', '2015-01-05'],
      ['本月22日', '2015-06-22'],
      ['上个月', '2015-05'],
      ['月底', '2015-06'],
      ['年底', '2015-12'],
      ['昨天下午', '2015-06-16'],
      ['上周', '2015-06-08/2015-06-14'],
      ['本周五', '2015-06-19'],
      ['星期三', '2015-06-17'],
      ['两年前', '2013'],
      ['三个月前', '2015-03'],
      ['半年前', '2014-12'],
      ['十天前', '2015-06-07'],
    ])
  })

  it('of January looks back to the year before, of December ahead to the next', () => {
    values(
      [
        ['年底', '2014-12'],
        ['11月', '2014-11'],
        ['国庆', '2014-10-01'],
      ],
      '2015-01-09',
    )
    values(
      [
        ['元旦', '2016-01-01'],
        ['春节', '2016-02-08'],
        ['2月', '2015-02'],
      ],
      '2015-12-20',
    )
  })

  it('is a period: parts of a year, ranges, plans, decades', () => {
    values([
      ['上半年', '2015-01/2015-06'],
      ['今年前三季度', '2015-01/2015-09'],
      ['二、三季度', '2015-04/2015-09'],
      ['前十个月', '2015-01/2015-10'],
      ['五六月', '2015-05/2015-06'],
      ['3月中旬', '2015-03-11/2015-03-20'],
      ['2月下旬', '2015-02-21/2015-02-28'],
      ['去年冬天', '2014-24'],
      ['去冬今春', '2014-11/2015-05'],
      ['4月20日至22日', '2015-04-20/2015-04-22'],
      ['8月28日至9月8日', '2015-08-28/2015-09-08'],
      ['1至5月', '2015-01/2015-05'],
      ['11月至明年3月', '2015-11/2016-03'],
      ['去年11月至今年3月', '2014-11/2015-03'],
      ['2004至2005年', '2004/2005'],
      ['即日起至7月10日', '2015-06-17/2015-07-10'],
      ['“十三五”期间', '2016/2020'],
      ['“一五”时期', '1953/1957'],
      ['上世纪八十年代末', '198X'],
      ['20世纪90年代', '199X'],
      ['2001／2002年榨季', '2001/2002'],
    ])
  })

  it('is a day of the Chinese calendar or one with a name', () => {
    values([
      ['农历六月十二', '2015-07-27'],
      ['腊月廿三', '2015-02-11'],
      ['正月十五', '2015-03-05'],
      ['除夕', '2015-02-18'],
      ['己丑年闰五月廿五', '2009-07-17'],
      ['壬辰年七月初五', '2012-08-21'],
      ['戊戌年十月二十', '2018-11-27'],
      ['今年春节', '2015-02-19'],
      ['“五一”国际劳动节', '2015-05-01'],
      ['“三八”节', '2015-03-08'],
      ['清明', '2015-04-05'],
      ['母亲节', '2015-05-10'],
      ['国庆黄金周', '2015-10-01/2015-10-07'],
    ])
  })

  it('is not known where neither text nor issue says it', () => {
    values([
      ['近日', undefined],
      ['每年', undefined],
      ['不久前', undefined],
      ['2月30日', undefined],
      ['13月', undefined],
      ['6月至3月吉日', undefined],
      ['', undefined],
    ])
    for (const text of ['今年', '6月2日', '昨天', '上周', '春节', '两年前', '27日', '年底']) {
      assert.equal(
        dateValue(text, { issue: undefined, before: undefined }, lexicon),
        undefined,
        text,
      )
    }
    values([['2008年8月8日', '2008-08-08']], '')
  })

  it('leans on the date before it in the article', () => {
    const ground = { issue: dayOfText('2015-06-17'), before: '2012-03-08' }
    const rows = [
      ['同年5月', '2012-05'],
      ['次年', '2013'],
      ['当天', '2012-03-08'],
      ['次日上午', '2012-03-09'],
      ['15日', '2012-03-15'],
      ['三年后', '2015'],
      ['去年同期', '2014-03-08'],
    ] as const
    for (const [text, value] of rows) assert.equal(dateValue(text, ground, lexicon), value, text)
  })

  it('calls the day of the dateline today', () => {
    const ground = {
      issue: dayOfText('2015-06-17'),
      written: dayOfText('2015-06-15'),
      before: undefined,
    }
    assert.equal(dateValue('今天', ground, lexicon), '2015-06-15')
    assert.equal(dateValue('昨日', ground, lexicon), '2015-06-14')
  })
})
