/** Organisations of regular form: bodies of a division or level, newspapers before 讯 and 记者, teams with a label. */
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import { alternatives, oncePerLexicon } from '../reading/lexicon.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'

export const organizationBodies: Recogniser = {
  name: 'organisation of regular form',
  recognise(unit, lexicon) {
    const rules = expressions(lexicon)
    const divisions = divisionsOf(unit, lexicon)
    return [
      ...bodies(unit, divisions, rules),
      ...media(unit.text),
      ...teams(unit.text, divisions, rules),
      ...acting(unit.text, divisions),
    ]
  },
}

interface Expressions {
  readonly body: RegExp
  readonly team: RegExp
}

const expressions = oncePerLexicon(
  (lexicon): Expressions => ({
    body: new RegExp(`(?:${alternatives(lexicon, 'government-bodies')})(?!书记|委员会)`, 'gu'),
    // “船工小哥”志愿服务队, “先锋”讲师团
    team: new RegExp(
      `“([^“”\\n]{2,12})”(\\p{Script=Han}{0,6}?(?:${alternatives(lexicon, 'team-heads')}))`,
      'gu',
    ),
  }),
)

/** 深圳市|人力资源和社会保障局, 市|人社局, 区|法院, 盟|工会; 厂|工会 for the one spoken of. */
function bodies(unit: Unit, divisions: Divisions, { body }: Expressions): Candidate[] {
  const { text } = unit
  const found: Candidate[] = []
  for (const match of text.matchAll(body)) {
    const end = match.index + match[0].length
    const chain = divisions.endingAt(match.index)
    if (chain !== undefined) {
      found.push(organization(chain.start, end, 0.9, 'body of a division'))
    } else if (isLevel(text, match.index - 1)) {
      found.push(organization(match.index - 1, end, 0.88, 'body of a level'))
    }
  }
  for (const match of text.matchAll(shortUnion)) {
    const start = match.index
    if (divisions.endingAt(start + 1) !== undefined) continue
    found.push(organization(start, start + match[0].length, 0.75, 'union of the one spoken of'))
  }
  return found
}

/** 集团工会主席, 盟工会, 采油厂工会: not 各局工会, 基层工会. */
const shortUnion =
  /(?<![\p{Script=Han}A-Za-z](?<![由与和到在对向让请给经。,、是据]))(?:(?:集团|[州盟旗矿局段]|街道|厂|总厂|采油厂|分公司|总公司|项目部|校|院)(?:总工会|工会(?!工作|干部|经费|小组|组织|会员)))/gu

/** 省, 市, 区 and the like for the one spoken of; 全市 and 各区 are not, nor is the end of a word. */
function isLevel(text: string, at: number): boolean {
  if (!/[省市区县州盟旗]/u.test(text.charAt(at))) return false
  return !/[全各我本该地城社小园郊辖新老]/u.test(text.charAt(at - 1))
}

/** 南方工报讯, 中工网记者, 日报-某网记者; 本报讯 names none. */
const medium =
  /(?<=^|[\s,。(()—–\-·△”])((?!本[报网刊台社])(?:\d{1,3}|\p{Script=Han}{1,8}?)(?:报|网|之声|电视台|电台|通讯社|新闻社|杂志|融媒|客户端))(?=[-—–·](?:\d{1,3}|\p{Script=Han}{1,8})(?:报|网|客户端)|讯(?!息)|消息|(?:全媒体|融媒体|见习|特约|首席)?记者)/dgu

function media(text: string): Candidate[] {
  return [...text.matchAll(medium)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    return organization(start, end, 0.93, 'newspaper or station')
  })
}

function teams(text: string, divisions: Divisions, { team }: Expressions): Candidate[] {
  return [...text.matchAll(team)].map((match) => {
    const start = divisions.endingAt(match.index)?.start ?? match.index
    return organization(start, match.index + match[0].length, 0.92, 'team with a label')
  })
}

/** 某某街道相关负责人介绍, 由某某文化宫承办: a place that acts is an organisation. */
const actor = /^(?:相关|有关)?负责人|^(?:主办|承办|协办|联合主办)/u

function acting(text: string, divisions: Divisions): Candidate[] {
  return divisions.chains.flatMap(({ start, end }) => {
    const own = /(?:街道|[镇乡])$/u.test(text.slice(start, end))
    if (!own || !actor.test(text.slice(end, end + 6))) return []
    return [organization(start, end, 0.92, 'place that acts')]
  })
}

function organization(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Organization', confidence, reason }
}
