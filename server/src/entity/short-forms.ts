/** Whether one name is a short form of another, judged by the names alone. */
import type { Lexicon } from '../values/lexicon.ts'
import { expressions } from '../values/patterns.ts'
import { hasOrganizationForm, isCompany, isLevelName, union } from './names.ts'

const organizations = expressions('organizations', {
  shortGeneralUnion: '',
  generalUnionEnd: '',
  unionEnd: '',
  anyLevel: 'g',
  legalRest: '',
  group: '',
  groupRest: '',
  divisionStart: '',
  divisionEnd: '',
})

const places = expressions('places', { placeRest: '' })

const initiatives = expressions('initiative-facts', { headEnd: '', tail: '' })

/** `short` and the longer `full` are names of one type, in the form in which they are compared. */
export function isShortForm(type: string, short: string, full: string, lexicon: Lexicon): boolean {
  if (short.length >= full.length || short.length < 2) return false
  switch (type) {
    case 'Organization':
      return isShortOrganization(short, full, lexicon)
    case 'Place':
      return isShortPlace(short, full, lexicon)
    case 'Initiative':
      return isShortInitiative(short, full, lexicon)
    default:
      return false
  }
}

function isShortOrganization(short: string, full: string, lexicon: Lexicon): boolean {
  const { shortGeneralUnion, legalRest } = organizations(lexicon)
  if (isLevelName('Organization', short, lexicon)) {
    // 市总工会, 市总 ← 诸暨市总工会: a name must stand before the level.
    const tail = shortGeneralUnion.test(short) ? short + union : short
    return full.endsWith(tail) && full.length >= tail.length + 2
  }
  if (full.startsWith(short)) {
    // 富润 ← 富润纺织有限公司, but not 诸暨市总工会 ← 诸暨市总工会宾馆有限公司.
    return legalRest.test(full.slice(short.length)) || isStemOfCompany(short, full, lexicon)
  }
  if (full.endsWith(short)) return isRegionBefore(full.slice(0, -short.length), short, lexicon)
  if (isWithoutDivision(short, full, lexicon)) return true
  if (isUnionOf(short, full, lexicon) || isGroup(short, full, lexicon)) return true
  // 申发 ← 浙江申发轴瓦股份有限公司: behind the name of the place.
  const at = full.indexOf(short)
  return at >= 2 && at <= 6 && isStemOfCompany(short, full, lexicon)
}

/** Whether `short` is a bare proper name, without a word for what it is, and `full` a company. */
function isStemOfCompany(short: string, full: string, lexicon: Lexicon): boolean {
  return isCompany(full, lexicon) && short.length <= 4 && !hasOrganizationForm(short, lexicon)
}

/** 台州市|椒江区总工会, 江苏|启东市总工会, 浙江|乐业物业有限公司. */
function isRegionBefore(region: string, name: string, lexicon: Lexicon): boolean {
  const { divisionStart, divisionEnd } = organizations(lexicon)
  if (divisionEnd.test(region)) return true
  if (!/^.{2,3}$/u.test(region)) return false
  return divisionStart.test(name) || (isCompany(name, lexicon) && name.length >= 5)
}

/** 富润集团 ← 富润控股集团有限公司. */
function isGroup(short: string, full: string, lexicon: Lexicon): boolean {
  const { group, groupRest } = organizations(lexicon)
  const stem = group.exec(short)?.[1]
  if (stem === undefined || !full.startsWith(stem)) return false
  return groupRest.test(full.slice(stem.length)) && isCompany(full, lexicon)
}

/** 嘉兴工会 ← 嘉兴市总工会; 台州椒江工会, 椒江工会 ← 台州市椒江区总工会. */
function isUnionOf(short: string, full: string, lexicon: Lexicon): boolean {
  const { generalUnionEnd, unionEnd, anyLevel } = organizations(lexicon)
  if (short.length < 4 || !generalUnionEnd.test(full) || !unionEnd.test(short)) return false
  const plain = full.replace(generalUnionEnd, union).replace(anyLevel, '')
  return plain.endsWith(short.replace(anyLevel, ''))
}

function isShortPlace(short: string, full: string, lexicon: Lexicon): boolean {
  // 嘉兴 ← 嘉兴市; 南湖区 ← 嘉兴市南湖区.
  if (full.startsWith(short)) return places(lexicon).placeRest.test(full.slice(short.length))
  if (full.endsWith(short)) {
    return organizations(lexicon).divisionEnd.test(full.slice(0, -short.length))
  }
  return isWithoutDivision(short, full, lexicon)
}

/** 江苏省启东市 ← 江苏省南通市启东市, but not 嘉兴市总工会 ← 嘉兴市南湖区总工会. */
function isWithoutDivision(short: string, full: string, lexicon: Lexicon): boolean {
  const { divisionStart, divisionEnd } = organizations(lexicon)
  for (let at = 2; at <= 7 && at < short.length; at++) {
    const tail = short.slice(at)
    if (!full.startsWith(short.slice(0, at))) return false
    const between = full.slice(at, full.length - tail.length)
    if (full.endsWith(tail) && divisionStart.test(tail) && divisionEnd.test(between)) return true
  }
  return false
}

/**
 * 女农工夜校 ← “冬闲变冬忙”女农工技能夜校: runs of two characters and more of the full name in their order. That only one name of its page
 * is such, or the nearest of a chain, is for who asks to see.
 */
function isShortInitiative(short: string, full: string, lexicon: Lexicon): boolean {
  return (
    isLabelOf(short, full, lexicon) ||
    isMadeOfRuns(short, full) ||
    isAbbreviation(short, full) ||
    isWithoutModifier(short, full, lexicon)
  )
}

/** 当一周工人、体工会初心 ← “当一周工人、体工会初心”活动; a longer label may have more behind it. */
function isLabelOf(short: string, full: string, lexicon: Lexicon): boolean {
  if (!full.startsWith(short)) return false
  const rest = full.slice(short.length)
  const { headEnd, tail } = initiatives(lexicon)
  return tail.test(rest) || (short.length >= 5 && rest.length <= 10 && headEnd.test(rest))
}

/** Most runs of which a short form is made: 省|冶金|大赛. */
const mostRuns = 3

function isMadeOfRuns(short: string, full: string, runs = mostRuns): boolean {
  if (short === '') return true
  // 剪毛赛 ← 牧区机械剪毛技能赛: of the head noun one character may be left.
  if (short.length === 1 && runs < mostRuns) return full.endsWith(short)
  if (runs === 0) return false
  for (let length = short.length; length >= 2; length--) {
    for (
      let at = full.indexOf(short.slice(0, length));
      at >= 0;
      at = full.indexOf(short.slice(0, length), at + 1)
    ) {
      if (isMadeOfRuns(short.slice(length), full.slice(at + length), runs - 1)) return true
    }
  }
  return false
}

/** “嘉工鹊桥会”交友平台 ← “嘉工鹊桥会”实名制交友平台. */
function isWithoutModifier(short: string, full: string, lexicon: Lexicon): boolean {
  let same = 0
  while (same < short.length && short.charAt(same) === full.charAt(same)) same++
  const rest = short.slice(same)
  return same >= 4 && initiatives(lexicon).headEnd.test(rest) && full.endsWith(rest)
}

/** 产改 ← 产业工人队伍建设改革: the first and one of the last two characters, all in order. */
function isAbbreviation(short: string, full: string): boolean {
  if (short.length > 3 || full.length < 6 || short.charAt(0) !== full.charAt(0)) return false
  if (!full.slice(-2).includes(short.slice(-1))) return false
  let at = 0
  for (const character of short) {
    at = full.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
