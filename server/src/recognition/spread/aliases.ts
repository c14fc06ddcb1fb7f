/** Short names that a page uses for an organisation it named in full: 富润, 申发轴瓦, 市人民医院, 天车一班. */
import { divisionsOf } from '../reading/divisions.ts'
import { alternatives, type Lexicon, oncePerLexicon } from '../reading/lexicon.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'

export interface Alias {
  readonly name: string
  /** `quoted`: only between quotation marks; `word`: only where a word begins and ends. */
  readonly where: 'anywhere' | 'word' | 'quoted'
}

const forms = oncePerLexicon((lexicon) => ({
  legal:
    /(?:控股)?(?:股份)?(?:有限(?:责任)?公司|集团(?:有限(?:责任)?公司)?|公司)(?:工会(?:委员会)?)?$/u,
  industry: new RegExp(`(?:${alternatives(lexicon, 'industries')})+$`, 'u'),
}))

/** The short names of an organisation that stands at `candidate`. */
export function aliasesOf(unit: Unit, candidate: Candidate, lexicon: Lexicon): Alias[] {
  const name = unit.text.slice(candidate.start, candidate.end)
  return [
    ...companyAliases(name, unit, candidate, lexicon),
    ...levelAlias(name, unit, candidate, lexicon),
    ...partAlias(name),
  ]
}

/**
 * 浙江申发轴瓦股份有限公司 → 申发轴瓦, 申发集团, “申发”; 北方磁谷新材料有限责任公司 → 北方磁谷.
 * The brand is what stands between the place and the industry.
 */
function companyAliases(name: string, unit: Unit, candidate: Candidate, lexicon: Lexicon): Alias[] {
  const { legal, industry } = forms(lexicon)
  if (!legal.test(name)) return []
  const words = wordsOf(unit)
  const first = words.tokens[words.indexAt(candidate.start)]
  // The place in front is a word of its own; 浙江, 上海, 湖南.
  const chain = divisionsOf(unit, lexicon).startingAt(candidate.start)
  const wordEnd = first !== undefined && /^ns/.test(first.tag) ? first.end : candidate.start
  const place = Math.max(chain?.end ?? 0, wordEnd) - candidate.start
  const core = name
    .replace(legal, '')
    .slice(place)
    .replace(/^[省市]/, '')
  if (core.length < 2) return []
  const brand = core.slice(0, 2)
  const bare = core.replace(industry, '')
  const aliases: Alias[] = [
    { name: core, where: core.length > 3 ? 'word' : 'quoted' },
    { name: brand, where: 'quoted' },
    { name: `${brand}集团`, where: 'anywhere' },
    { name: `${brand}公司`, where: 'anywhere' },
  ]
  if (bare.length > 2 && bare.length < core.length) {
    aliases.push({ name: bare, where: bare.length > 3 ? 'word' : 'quoted' })
    aliases.push(
      { name: `${bare}公司`, where: 'anywhere' },
      { name: `${bare}集团`, where: 'anywhere' },
    )
  }
  return aliases
}

/** 泸州市人民医院 → 市人民医院: the level stands for its division. */
function levelAlias(name: string, unit: Unit, { start }: Candidate, lexicon: Lexicon): Alias[] {
  const chain = divisionsOf(unit, lexicon).startingAt(start)
  if (chain === undefined) return []
  const level = unit.text.charAt(chain.end - 1)
  const rest = name.slice(chain.end - start)
  if (!/[省市区县旗州]/u.test(level) || rest.length < 3) return []
  return [{ name: level + rest, where: 'anywhere' }]
}

/** 鞍山某某钢铁集团炼钢总厂|天车一班 → 天车一班: the last part of a long chain. */
function partAlias(name: string): Alias[] {
  const part =
    /(?:集团|公司|总厂|厂|矿)((?:(?!集团|公司|总厂)\p{Script=Han}){2,8}(?:车间|[一二三四五六七八九十]班|班组|分厂|总厂|项目部|事业部|工段))$/u.exec(
      name,
    )?.[1]
  return part === undefined || part.length < 4 ? [] : [{ name: part, where: 'word' }]
}
