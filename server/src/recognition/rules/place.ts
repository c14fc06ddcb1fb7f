/** Places: administrative divisions, sites with a head noun such as 商圈, 广场, 影视城, and waters, roads, hills. */
import type { Chain } from '../reading/divisions.ts'
import { alternatives, oncePerLexicon } from '../reading/lexicon.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import { type NameContext, nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser } from '../reading/recogniser.ts'

/** 山东省威海市荣成市, 诸暨城区, 象山影视城, 新天地广场, 天津市第二工人文化宫, 国道303线. */
export const places: Recogniser = {
  name: 'place',
  recognise(unit, lexicon) {
    const { text } = unit
    const names = nameContext(unit, lexicon)
    const suffixes = suffix(lexicon)
    const found = names.divisions.chains.map((chain) => division(names, chain, suffixes))
    for (const match of text.matchAll(siteHeads(lexicon))) {
      const head = { start: match.index, end: match.index + match[0].length }
      if (!names.words.isBoundary(head.end)) continue
      const { start, division: owner, coined } = nameStart(names, head)
      const length = head.start - start
      // Without a division only a short coined name is believed: 武林商圈, 第二工人文化宫.
      const alone = length <= 5 && (coined || text.charAt(start) === '第')
      // 大柳塔镇、|锦界工业园: in a row with a division
      const inRow =
        text.charAt(start - 1) === '、' && names.divisions.endingAt(start - 1) !== undefined
      const whole = length === 0 && wholeNames.test(match[0])
      if (!whole && (length < 2 || (owner === undefined && !alone && !inRow))) continue
      const confidence = owner === undefined ? 0.6 : 0.75
      // 为职工打造暖心家园: a figure of speech
      if (match[0] === '家园' && figurative.test(text.slice(start, head.start))) continue
      const end = head.end + (numbered.exec(text.slice(head.end, head.end + 8))?.[0].length ?? 0)
      const site = place(start, end, confidence, `site with the head ${match[0]}`)
      // 某某工人文化宫承办的活动: what acts is an organisation
      const acts = /^(?:主办|承办|协办|联合主办|负责人)/u.test(text.slice(end, end + 4))
      found.push(acts ? { ...site, type: 'Organization' } : site)
    }
    return [...found, ...natural(names, suffixes), ...matchRules(text, roads)]
  },
}

/** 某某港区|3号泊位, 某某隧道|2号斜井 */
const numbered =
  /^(?:\d{1,3}|[一二三四五六七八九十]{1,2})号(?:泊位|码头|斜井|竖井|楼|航站楼|检修库|厂房|门|桥|隧道|井|站台)/u

const figurative = /(?:暖心|温馨|精神|幸福|美好|共同|心灵|文明|和谐|美丽|平安|数字)$/u

/** Sites that most towns have, by this name alone. */
const wholeNames = /^(?:人民|劳动|中山|五一|胜利|解放|八一|青年|万达)(?:广场|公园)$|^人民大会堂$/u

/** A division, with what makes it another place: 诸暨|城区, 松山|湖; 确山|县城 is only 确山. */
function division({ text, words }: NameContext, chain: Chain, suffixes: RegExp): Candidate {
  const { start, end, confidence } = chain
  const behind = text.slice(end, end + 3)
  const wide = /^(?:城区|市区)(?!工作)/u.exec(behind)?.[0].length ?? 0
  if (wide > 0) return place(start, end + wide, confidence, 'administrative division')
  if (text.charAt(end - 1) === '县' && /^城(?![市镇乡])/u.test(behind) && end - start > 2) {
    return place(start, end - 1, confidence, 'administrative division')
  }
  const town = unlistedTown(text, words, end)
  if (chain.full && town > 0)
    return place(start, end + town, confidence, 'town behind its division')
  const road =
    /^(?:(?![的在与和及])\p{Script=Han}){2,3}?(?:路|大道|大街|街|巷)(?=[上口旁边的、,。段与和\d]|附近|沿线|两侧)/u.exec(
      text.slice(end, end + 9),
    )
  if (road !== null) {
    return place(start, end + road[0].length, confidence, 'road')
  }
  const water = suffixes.exec(behind)?.[0].length ?? 0
  const next = words.tokens[words.indexAt(end)]
  const whole = words.isBoundary(end + water) || /^[畔边旁岸]/u.test(text.slice(end + water))
  if (!chain.full && water > 0 && whole && next?.tag !== 'v') {
    return place(start, end + water, Math.max(confidence, 0.7), 'named after a division')
  }
  return place(start, end, confidence, 'administrative division')
}

/** Length of a town or village that no list has, behind its division: 某县|云雾镇, 某镇|桃花村. */
function unlistedTown(text: string, words: NameContext['words'], at: number): number {
  const match =
    /^\p{Script=Han}{2,4}?(?:街道|镇|乡|村|社区|屯|庄|苏木|嘎查)(?!委|干部|支书|民|企|里|居|工作|总工会)/u.exec(
      text.slice(at, at + 8),
    )
  if (match === null || !words.isBoundary(at + match[0].length)) return 0
  const first = words.tokens[words.indexAt(at)]
  const name = first !== undefined && first.start === at && /^(?:x|ns|nz|nr|nrt)$/.test(first.tag)
  return name ? match[0].length : 0
}

/** 沿运河路, 来到千岛湖: a word that ends in 路 or 湖, behind a word of place or a division. */
function natural({ text, words, divisions }: NameContext, suffixes: RegExp): Candidate[] {
  return words.tokens.flatMap(({ start, end, text: word, tag }) => {
    if (word.length < 3 || word.length > 5 || !/^(?:ns|x|nz)$/u.test(tag)) return []
    if (!suffixes.test(word.slice(-1)) && !suffixes.test(word.slice(-2))) return []
    // 确山|县城
    if (word.endsWith('县') && text.charAt(end) === '城') return []
    const chain = divisions.endingAt(start)
    if (
      chain === undefined &&
      tag !== 'ns' &&
      !/(?:在|到|位于|走进|沿|赴|从|途经)$/u.test(text.slice(Math.max(0, start - 2), start))
    )
      return []
    return [place(chain?.start ?? start, end, 0.6, 'water, road or hill')]
  })
}

const roads: readonly Rule[] = [
  // 国道303线, 104国道, 京沪高速, G15沈海高速
  {
    pattern:
      /(?:[国省]道\d{2,4}线?|(?<!\d)[GS]?\d{2,4}[国省]道|(?<![A-Za-z])[GS]\d{1,4}(?:\p{Script=Han}{2}高速(?:公路)?)|[京沪沈杭甬宁合武广深成渝昆兰青连长济郑石太包银西沿大哈绥同二福泉厦赣粤湘桂黔川][沪杭甬宁合武广深成渝昆兰青连长济郑石太包银西海港澳珠蓉哈大福泉厦台闽汕][高速]{2}(?:公路)?)/gu,
    type: 'Place',
    confidence: 0.8,
    reason: 'road',
  },
]

const siteHeads = oncePerLexicon(
  (lexicon) => new RegExp(`(?:${alternatives(lexicon, 'place-heads')})`, 'gu'),
)

const suffix = oncePerLexicon(
  (lexicon) => new RegExp(`^(?:${alternatives(lexicon, 'place-suffixes')})`, 'u'),
)

function place(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Place', confidence, reason }
}
