/** Short names that a page uses for an organisation it named in full: 富润, 申发轴瓦, 市人民医院, 天车一班. */

import { append } from '../../values/append.ts'
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { chainAt } from '../reading/divisions.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'

export interface Alias {
  readonly name: string
  /** `quoted`: only between quotation marks; `word`: only where a word begins and ends. */
  readonly where: 'anywhere' | 'word' | 'quoted'
}

const rules = expressions('organizations', {
  legalForm: '',
  industry: '',
  placeRest: '',
  aliasLevel: '',
  lastPart: '',
})

/** Words that stand for the rest of a company's name. */
const short = oncePer((lexicon: Lexicon) => [...wordList(lexicon, 'company-words')])

/** The short names of an organisation that stands at `candidate`. */
export function aliasesOf(unit: Unit, candidate: Candidate, lexicon: Lexicon): Alias[] {
  const name = unit.text.slice(candidate.start, candidate.end)
  return [
    ...companyAliases(name, unit, candidate, lexicon),
    ...levelAlias(name, unit, candidate, lexicon),
    ...partAlias(name, lexicon),
  ]
}

/**
 * 浙江申发轴瓦股份有限公司 → 申发轴瓦, 申发集团, “申发”; 北方磁谷新材料有限责任公司 → 北方磁谷.
 * The brand is what stands between the place and the industry.
 */
function companyAliases(name: string, unit: Unit, candidate: Candidate, lexicon: Lexicon): Alias[] {
  const { legalForm, industry, placeRest } = rules(lexicon)
  if (!legalForm.test(name)) return []
  const first = wordsOf(unit).at(candidate.start)
  // The place in front is a word of its own; 浙江, 上海, 湖南.
  const chain = chainAt(unit, candidate.start, lexicon)
  const wordEnd = first !== undefined && /^ns/.test(first.tag) ? first.end : candidate.start
  const place = Math.max(chain?.end ?? 0, wordEnd) - candidate.start
  const core = name.replace(legalForm, '').slice(place).replace(placeRest, '')
  if (core.length < 2) return []
  const brand = core.slice(0, 2)
  const bare = core.replace(industry, '')
  const aliases: Alias[] = [
    { name: core, where: core.length > 3 ? 'word' : 'quoted' },
    { name: brand, where: 'quoted' },
    ...withCompanyWords(brand, lexicon),
  ]
  if (bare.length > 2 && bare.length < core.length) {
    aliases.push({ name: bare, where: bare.length > 3 ? 'word' : 'quoted' })
    append(aliases, withCompanyWords(bare, lexicon))
  }
  return aliases
}

/** 申发 → 申发集团, 申发公司. */
function withCompanyWords(stem: string, lexicon: Lexicon): Alias[] {
  return short(lexicon).map((word) => ({ name: stem + word, where: 'anywhere' }))
}

/** 泸州市人民医院 → 市人民医院: the level stands for its division. */
function levelAlias(name: string, unit: Unit, { start }: Candidate, lexicon: Lexicon): Alias[] {
  const chain = chainAt(unit, start, lexicon)
  if (chain === undefined) return []
  const level = unit.text.charAt(chain.end - 1)
  const rest = name.slice(chain.end - start)
  if (!rules(lexicon).aliasLevel.test(level) || rest.length < 3) return []
  return [{ name: level + rest, where: 'anywhere' }]
}

/** 鞍山某某钢铁集团炼钢总厂|天车一班 → 天车一班: the last part of a long chain. */
function partAlias(name: string, lexicon: Lexicon): Alias[] {
  const part = rules(lexicon).lastPart.exec(name)?.[1]
  return part === undefined || part.length < 4 ? [] : [{ name: part, where: 'word' }]
}
