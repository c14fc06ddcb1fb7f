/** Figures: a number with its measure word and its words of approximation. */
import { alternatives, oncePerLexicon, wordList } from '../reading/lexicon.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import type { Recogniser } from '../reading/recogniser.ts'

/** 600多家, 近2万人, 9.2亿元, 99.26%, 7个多月, 两名; not 第二届, 一家, 三级. */
export const figures: Recogniser = {
  name: 'figure',
  recognise: (unit, lexicon) => matchRules(unit.text, rules(lexicon)),
}

const about = '(?:近|约|逾|超过|超|不到|不足|将近|接近|大约|大概|至少)?'
/** 1,000, 4.8, 54500 */
const arabic = '(?<![\\d.A-Za-z第-])\\d{1,15}(?:[,,]\\d{3}){0,5}(?:\\.\\d{1,8})?'
const range = `${arabic}(?:[-—~至到、]\\d{1,15}(?:\\.\\d{1,8})?)?`
/** 两, 三十五, 二十余, 几十, 数百, 上千; 一 and 二 alone count nothing (一家, 二次) */
const han =
  '(?<![第一二两三四五六七八九十百千万几初周])(?<!这(?=.{1,2}年))(?:[几数上近]?[十百千万]{1,4}[余多]|[几数上][十百千万亿]{1,4}|[一二两三四五六七八九][十百千万亿][一二三四五六七八九十百千万亿零]{0,16}|十[一二三四五六七八九]?|[两三四五六七八九])'
const behind = '(?:左右|上下|以上|以下|以内|之多)?'

const rules = oncePerLexicon((lexicon): readonly Rule[] => {
  const all = alternatives(lexicon, 'measures', 'digit-measures')
  const digitOnly = wordList(lexicon, 'digit-measures')
  const free = [...wordList(lexicon, 'measures')].filter((word) => !digitOnly.has(word))
  const either = alternatives({ words: new Map([['free', new Set(free)]]) }, 'free')
  return [
    // 220多万元, 2600余万吨, 10余万人次
    rule(`${about}${range}[多余几][百千万亿]{1,3}(?:${all})${behind}`, 0.92),
    // 半个多月, 一个多月, 半年, 一年多, 百人以上
    rule(
      `${about}(?:半(?:个多?月|年多?|个多?小时|天)|一(?:个多月|年多|个多小时)|[百千万]人以上)(?!来)`,
      0.85,
    ),
    // 有三点, 提出5点; 晚上7点 is a time
    rule(`(?<=有|出|下|以下|如下|这)(?:[两三四五六七八九]|${arabic})点(?![半钟多\\d])`, 0.7),
    // 600多家, 超过17万人次, 7个多月, 3000多个, 113万余元, 近200人
    rule(`${about}${range}[十百千万亿]{0,4}[多余几]?(?:个多月|(?:${all})(?:多)?)${behind}`, 0.9),
    // 99.26%, 百分之三十
    rule(`${about}${range}[%%‰]${behind}|百分之[一二三四五六七八九十百点]{1,8}${behind}`, 0.95),
    // 两名, 几十年, 上万个, 十余位, 两个多月
    rule(`${about}${han}[多余几]?(?:个多月|(?:${either})(?:多)?)${behind}`, 0.75),
    // 近千人, 近万人, 不到一年
    rule(`(?:近|约|逾|超|不到|不足)[一百千万亿]{1,4}(?:${either})${behind}`, 0.85),
    // 点击量近20万, 播放量超过3亿: the clause ends with it
    rule(`(?:近|约|逾|超过|超|突破)${arabic}[百千万亿]{1,2}(?=[,,。;;!)])`, 0.8),
    // 10余万, 3000多万: no measure word follows
    rule(`${about}${arabic}[多余][百千万亿]{1,3}`, 0.6),
  ]
})

function rule(source: string, confidence: number): Rule {
  return {
    pattern: new RegExp(source, 'g'),
    type: 'Figure',
    confidence,
    reason: 'number and measure word',
  }
}
