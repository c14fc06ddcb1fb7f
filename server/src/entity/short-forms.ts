/** Whether one name is a short form of another, judged by the names alone. */
import { hasOrganizationForm, isCompany, isLevelName } from './names.ts'

/** `short` and the longer `full` are names of one type, in the form in which they are compared. */
export function isShortForm(type: string, short: string, full: string): boolean {
  if (short.length >= full.length || short.length < 2) return false
  switch (type) {
    case 'Organization':
      return isShortOrganization(short, full)
    case 'Place':
      return isShortPlace(short, full)
    case 'Initiative':
      return isShortInitiative(short, full)
    default:
      return false
  }
}

/** What may follow a company's own name in its full one: `富润|控股集团有限公司`. */
const legalForm = /^(?:控股|集团|股份|有限|责任|总公司|公司|\(.{1,6}\))+$/u

function isShortOrganization(short: string, full: string): boolean {
  if (isLevelName('Organization', short)) {
    // 市总工会, 市总 ← 诸暨市总工会: a name must stand before the level.
    const tail = short.endsWith('总') ? `${short}工会` : short
    return full.endsWith(tail) && full.length >= tail.length + 2
  }
  if (full.startsWith(short)) {
    // 富润 ← 富润纺织有限公司, but not 诸暨市总工会 ← 诸暨市总工会宾馆有限公司.
    return legalForm.test(full.slice(short.length)) || (isCompany(full) && isStem(short))
  }
  if (full.endsWith(short)) return isRegionBefore(full.slice(0, -short.length), short)
  if (isWithoutDivision(short, full) || isUnionOf(short, full) || isGroup(short, full)) return true
  // 申发 ← 浙江申发轴瓦股份有限公司: behind the name of the place.
  const at = full.indexOf(short)
  return at >= 2 && at <= 6 && isCompany(full) && isStem(short)
}

/** A bare proper name, without a word for what it is. */
function isStem(short: string): boolean {
  return short.length <= 4 && !hasOrganizationForm(short)
}

/** 台州市|椒江区总工会, 江苏|启东市总工会, 浙江|乐业物业有限公司. */
function isRegionBefore(region: string, name: string): boolean {
  if (endsInDivision(region)) return true
  return (
    /^.{2,3}$/u.test(region) &&
    (/^.{2,4}[市县区州旗]/u.test(name) || (isCompany(name) && name.length >= 5))
  )
}

/** 富润集团 ← 富润控股集团有限公司. */
function isGroup(short: string, full: string): boolean {
  const stem = /^(.{2,})集团$/u.exec(short)?.[1]
  return (
    stem !== undefined &&
    full.startsWith(stem) &&
    /^.{0,4}集团/u.test(full.slice(stem.length)) &&
    isCompany(full)
  )
}

/** 嘉兴工会 ← 嘉兴市总工会; 台州椒江工会, 椒江工会 ← 台州市椒江区总工会. */
function isUnionOf(short: string, full: string): boolean {
  if (short.length < 4 || !full.endsWith('总工会') || !/[^总]工会$/u.test(short)) return false
  return full
    .replace('总工会', '工会')
    .replace(/[省市区县州]/gu, '')
    .endsWith(short.replace(/[省市区县州]/gu, ''))
}

function isShortPlace(short: string, full: string): boolean {
  // 嘉兴 ← 嘉兴市; 南湖区 ← 嘉兴市南湖区.
  if (full.startsWith(short)) return placeForm.test(full.slice(short.length))
  if (full.endsWith(short)) return endsInDivision(full.slice(0, -short.length))
  return isWithoutDivision(short, full)
}

const placeForm = /^(?:[省市区县州盟旗镇乡村]|街道|社区|.{1,6}自治[区州县])$/u

/** 江苏省启东市 ← 江苏省南通市启东市, but not 嘉兴市总工会 ← 嘉兴市南湖区总工会. */
function isWithoutDivision(short: string, full: string): boolean {
  for (let at = 2; at <= 7 && at < short.length; at++) {
    const tail = short.slice(at)
    if (!full.startsWith(short.slice(0, at))) return false
    const between = full.slice(at, full.length - tail.length)
    if (full.endsWith(tail) && /^.{2,4}[市县区州旗]/u.test(tail) && endsInDivision(between))
      return true
  }
  return false
}

function endsInDivision(text: string): boolean {
  return /.{2}(?:[省市区县州盟旗镇乡]|街道)$/u.test(text)
}

const initiativeHead =
  /(?:行动计划|行动|工程|计划|活动|机制|制度|办法|模式|服务|培养|创建|竞赛|大赛|比武|平台|驿站|基地|集市|台账|品牌|项目)$/u
/** What may stand between a label and its head noun. */
const initiativeTail = new RegExp(
  `^(?:(?:专项|主题|系列|综合|工作|实践|推评|培育|培养|教育|创建|服务)*${initiativeHead.source}|[会班]$)`,
  'u',
)

function isShortInitiative(short: string, full: string): boolean {
  if (full.startsWith(short)) {
    // 当一周工人、体工会初心 ← “当一周工人、体工会初心”活动; a longer label may have more behind it.
    const rest = full.slice(short.length)
    return (
      initiativeTail.test(rest) ||
      (short.length >= 5 && rest.length <= 10 && initiativeHead.test(rest))
    )
  }
  // 全国职工围棋大赛 ← “衢州烂柯杯”全国职工围棋大赛; too short a tail fits too many names.
  if (full.endsWith(short)) return short.length >= 4
  return isAbbreviation(short, full) || isWithoutModifier(short, full)
}

/** “嘉工鹊桥会”交友平台 ← “嘉工鹊桥会”实名制交友平台. */
function isWithoutModifier(short: string, full: string): boolean {
  let same = 0
  while (same < short.length && short.charAt(same) === full.charAt(same)) same++
  const rest = short.slice(same)
  return same >= 4 && initiativeHead.test(rest) && full.endsWith(rest)
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
