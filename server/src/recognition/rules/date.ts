/** Dates: calendar dates and periods that can be resolved once the date is known. */
import { matchRules, type Rule } from '../reading/match.ts'
import type { Recogniser } from '../reading/recogniser.ts'

const digits = '[一二三四五六七八九十]'
/** 2021年, 二〇二一年, 今年, 去年 */
const year =
  '(?:(?<!\\d)(?:19|20)\\d{2}年度?|二[〇零○][〇零○一二三四五六七八九]{2}年|[今去前明后]年度?|当年(?=\\d|[一二三四五六七八九十]{1,2}月)|(?<!日)本年度?)'
/** 春节, 国庆, 上半年, 一季度: only behind a year, alone they name no date */
const season =
  '(?:上半年|下半年|第?[一二三四]季度|[初底末]|年[初底末]|[春夏秋冬](?:天|季|节前夕|节)?|国庆(?:节)?|元旦|中秋(?:节)?|五一)'
/** 6月, 7月份, 5月中旬, 十一月; not 3个月 */
const month = `(?:(?:(?<![\\d.])\\d{1,2}|${digits}{1,2})月(?:份|初|底|末|[上中下]旬)?)`
/** 2日, 20号, 6日至8日 */
const day = '(?:\\d{1,2}[日号](?:[至到~—-](?:\\d{1,2}月)?\\d{1,2}[日号])?)'
const hour =
  '(?:上午|下午|中午|凌晨|傍晚|清晨|早上|晚上|晚间|当晚|晚)?(?:\\d{1,2}[时点](?:\\d{1,2}分|半)?)?'
/** 腊月二十三, 正月十五; the month alone only behind a year */
const lunarDay = `(?:闰?[正冬腊]月(?:初${digits}|[十廿卅]${digits}?|二十${digits}?|三十)?)`
/** 前10个月, 1至10月, 前三季度 */
const months =
  '(?:前(?:\\d{1,2}|[两三四五六七八九十]{1,2})个月|\\d{1,2}月?[至到~—-]\\d{1,2}月份?|前[两三]个?季度|[上下]旬)'
const count = '(?:\\d+|[两三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|一)'

const rules: readonly Rule[] = [
  // 今年6月2日, 2018年, 去年10月, 11月20日下午, 今年上半年
  rule('date', `${year}(?:${months}|${lunarDay}|${month}(?:${day}${hour})?|${season})?`, 0.95),
  rule('date', `${month}(?:${day}${hour})?`, 0.9),
  // 1月至10月, 1至10月; 腊月二十三
  rule('date', '(?<![\\d.])\\d{1,2}月?[至到~—-]\\d{1,2}月(?:份|底|初)?(?!\\d)', 0.9),
  rule('lunar date', `闰?[正冬腊]月(?:初${digits}|[十廿卅]${digits}?|二十${digits}?|三十)`, 0.85),
  // 9日上午; a bare 9日 only at the start of a clause
  rule('day', `(?<=^|[\\s,,。;(“])\\d{1,2}日(?:${hour})`, 0.7),
  // 2021-11-22, 2021.11.22
  rule('date in figures', '(?<![\\d.-])(?:19|20)\\d{2}([-./])\\d{1,2}\\1\\d{1,2}(?![\\d.-])', 0.9),
  // 辛丑年十月十八
  rule(
    'lunar date',
    `[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:闰?[正冬腊${digits.slice(1, -1)}]{1,2}月(?:[初十廿卅二三]${digits}|${digits})?)?`,
    0.95,
  ),
  // 星期一, 上周五
  rule('weekday', '(?:(?:[上下本这]个?)?星期[一二三四五六日天]|[上下本]周[一二三四五六日]?)', 0.8),
  // 上半年, 前三季度 without their year
  rule(
    'half of the year',
    '(?<![年\\d一二三四])(?:[上下]半年(?!度)|前三季度|第[一二三四]季度)',
    0.8,
  ),
  // 两年前, 三天后, 一个月前
  rule(
    'distance',
    `(?<![\\d近约第每${digits.slice(1, -1)}])${count}(?:年|个月|天|周)[前后](?!来|续|沿)`,
    0.85,
  ),
  // 年内, 年底, 本月, 这个月
  rule(
    'relative date',
    '(?<![\\d一二三四五六七八九十两几多每半历当])(?:年[内底初末]|月[底初末]|(?:[本上下]|[这上下]个)月(?:[底初末]|[上中下]旬)?)(?!化)',
    0.8,
  ),
  rule('relative day', '(?:昨天|昨日|前天|明天)(?:上午|下午|晚上)?|今天(?:上午|下午|晚上)', 0.8),
  // 20世纪90年代, 上世纪80年代
  rule(
    'decade',
    '(?:\\d{2}|上)世纪(?:\\d{2}|[五六七八九]十)年代(?:初|末|中期)?|(?<!\\d)\\d{2}年代',
    0.9,
  ),
]

/** 今年6月2日, 去年10月, 两年前, 年底; not 每年, 近年来, 3个月. */
export const dates: Recogniser = {
  name: 'date',
  recognise: (unit) => matchRules(unit.text, rules),
}

function rule(reason: string, source: string, confidence: number): Rule {
  // No flag d: a group in these expressions is a back reference, not the mention.
  return { pattern: new RegExp(source, 'g'), type: 'Date', confidence, reason }
}
