/** Groups: occupational and social groups that unions address. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { type NameContext, nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser } from '../reading/recogniser.ts'
import { innerScore, type PersonContext, personContext } from './person-evidence.ts'

/** 快递小哥, 新业态新就业群体, 困难职工, 食品安全监管人员; not 职工, 工匠精神, 工作人员. */
export const groups: Recogniser = {
  name: 'group',
  recognise(unit, lexicon) {
    // A scan reads 工 as the kana エ: 农民エ
    const text = unit.text.replaceAll('エ', '工')
    const { built, listed, searched, trades, coined, counted, vague } = rules(lexicon)
    const names = nameContext(unit, lexicon)
    const found: Candidate[] = []
    // Both kinds, since 巾帼劳模工匠 is in the list and 巾帼|劳模 is built.
    for (const match of [...text.matchAll(built), ...text.matchAll(listed)]) {
      found.push(group(match.index, match.index + match[0].length, 0.8))
    }
    for (const match of text.matchAll(coined)) {
      const [start, end] = match.indices?.[1] ?? [0, 0]
      found.push(group(start, end, 0.85))
    }
    const ends = new Set(found.map(({ end }) => end))
    for (const match of text.matchAll(trades)) {
      const start = tradeStart(names, match.index, lexicon)
      const end = match.index + match[0].length
      // 发展|货车司机: where a group of the list ends, no longer one is built.
      if (start < match.index && !ends.has(end)) found.push(group(start, end, 0.6))
    }
    for (const match of text.matchAll(searched)) {
      const head = { start: match.index, end: match.index + match[0].length }
      const { start, division } = nameStart(names, head)
      const count = counted.exec(text.slice(start, head.start))?.[0].length ?? 0
      const from = (division?.end ?? start) + count
      const modifier = text.slice(from, head.start)
      if (modifier.length < 2 || modifier.length > 10 || vague.test(modifier)) continue
      found.push(group(from, head.end, 0.65))
    }
    const people = personContext(unit, lexicon)
    return found.filter(
      ({ start, end }) =>
        !isLabelled(text, start, end, lexicon) &&
        isAddressed(people, text.slice(start, end), end, lexicon),
    )
  },
}

const rules = expressions('groups', {
  built: 'g',
  listed: 'g',
  searched: 'g',
  trades: 'g',
  coined: 'dg',
  counted: '',
  noTrade: '',
  vague: '',
  addressed: '',
  trade: '',
  ofThing: '',
  labelled: '',
})

/**
 * 采油工|谷满仓, 掌子面工人|牟德才: a trade in front of a name is that person's, as it is in 焊工、钳工等6个工种
 * or 育婴员证书; 外卖骑手|韦大顺 is of a group that unions address.
 */
function isAddressed(context: PersonContext, name: string, end: number, lexicon: Lexicon): boolean {
  const { ofThing, addressed, trade } = rules(lexicon)
  const behind = context.text.slice(end, end + 12)
  if (ofThing.test(behind)) return false
  if (addressed.test(name) || !trade.test(name)) return true
  return (
    !/^\p{Script=Han}/u.test(behind) ||
    ![3, 2].some((length) => innerScore(context, end, 1, end + length) >= 1.2)
  )
}

/** “矿嫂菇园”: the label of something else begins with the group. */
function isLabelled(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  return text.charAt(start - 1) === '“' && rules(lexicon).labelled.test(text.slice(end, end + 5))
}

/** Where the trade begins: at most two nouns to the left, none that any group has. */
function tradeStart({ words, text }: NameContext, head: number, lexicon: Lexicon): number {
  let start = head
  for (let count = 0; count < 2; count++) {
    const token = words.tokens[words.indexAt(start - 1)]
    if (token === undefined || token.end !== start || head - token.start > 6) break
    if (token.text.length < 2 || !/^(?:n|b|nz)$/.test(token.tag)) break
    if (rules(lexicon).noTrade.test(token.text)) break
    start = token.start
  }
  return /^\p{Script=Han}+$/u.test(text.slice(start, head)) ? start : head
}

function group(start: number, end: number, confidence: number): Candidate {
  return { start, end, type: 'Group', confidence, reason: 'social group' }
}
