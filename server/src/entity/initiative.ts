/** The kind of an initiative by the head noun of its name. */
import { nameKey } from './names.ts'

export type InitiativeKind =
  | 'competition'
  | 'training'
  | 'station'
  | 'platform'
  | 'meeting'
  | 'scheme'
  | 'mechanism'
  | 'programme'
  | 'campaign'
  | 'activity'

/** By the head noun, which ends the name: `“红船精神”进企业主题教育实践活动` is an activity. */
export function initiativeKind(name: string): InitiativeKind {
  // What follows the head noun is not part of it: an edition, a version, a remark in brackets.
  const head = nameKey(name).replace(/(?:\([^()]*\)|[\d.]+版?|第.{1,3}[季期届])$/u, '')
  return kinds.find(([, pattern]) => pattern.test(head))?.[0] ?? 'activity'
}

/** The first that fits; the table of the guidelines. */
const kinds: readonly (readonly [InitiativeKind, RegExp])[] = [
  ['competition', /(?:竞赛|大赛|比武|赛)$/u],
  ['training', /(?:班|讲堂|课堂|培训|培养|送教)$|^送教/u],
  ['station', /(?:驿站|之家|站|馆|小屋|工坊)$/u],
  ['platform', /(?:平台|热线|app|公众号|聊天室)$/u],
  ['meeting', /(?:会|会议|论坛)$/u],
  ['scheme', /(?:制度|办法|保障|新型学徒制|[一二三四五六七八九十百\d]+条)$/u],
  ['mechanism', /(?:机制|模式|格局|台账)$|^.{1,4}带.{1,4}(?:、.{1,4}带.{1,4})*$/u],
  ['programme', /(?:工程|计划|战略|改革)$/u],
  ['campaign', /(?:行动|创建|教育)$/u],
  ['activity', /(?:活动|嘉年华|服务)$|^[春夏秋冬]?送/u],
  // No head noun: a counted label or a sum is a way of working, 四个前移, 八个一, 晨跑+夜跑.
  ['mechanism', /^[一二三四五六七八九十\d]+个?[^\d]{1,3}$|\+|(?:前移|共建|共治)$/u],
]
