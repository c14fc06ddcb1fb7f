/** Roles: posts held in an organisation, such as 党组书记, 副主席, 工资集体协商指导员. */
import type { Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { type NameContext, nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'
import { innerScore, personContext } from './person-evidence.ts'

/** 党委副书记, 工会主席, 董事局主席, 负责人, 省十三届人大代表, 设备工程师; not 主席团, 委员会. */
export const roles: Recogniser = {
  name: 'role',
  recognise(unit, lexicon) {
    const { text } = unit
    const words = wordsOf(unit)
    const names = nameContext(unit, lexicon)
    const found: Candidate[] = []
    const rules = patterns(lexicon)
    for (const match of text.matchAll(rules.post)) {
      const post = match[2] ?? ''
      const head = { start: match.index, end: match.index + match[0].length }
      const inWord = words.tokens[words.indexAt(head.end)]
      if (inWord !== undefined && inWord.start < head.end && inWord.tag !== 'x') continue
      const bare = match[0] === post && !holder(unit, lexicon, head)
      if (bare && rules.needsPrefix.test(post)) continue
      const searched = rules.searched.test(post)
      const start = searched ? purposeStart(names, head, rules.owner) : head.start
      if (start === head.start && searched) continue
      found.push(role(start, head.end))
      if (rules.ofCommittee.test(post)) found.push(role(head.end - 2, head.end))
    }
    return found
  },
}

const patterns = expressions('roles', {
  post: 'g',
  ofCommittee: '',
  appointed: '',
  owner: '',
  searched: '',
  needsPrefix: '',
})

function role(start: number, end: number): Candidate {
  return { start, end, type: 'Role', confidence: 0.8, reason: 'post' }
}

/** 班长|鄂秀梅, 当站长: a name behind it or the verb before it makes a bare word a post. */
function holder(unit: Unit, lexicon: Lexicon, { start, end }: Span): boolean {
  const before = unit.text.slice(Math.max(0, start - 3), start)
  if (patterns(lexicon).appointed.test(before)) return true
  const context = personContext(unit, lexicon)
  return [3, 2].some((length) => innerScore(context, end, 1, end + length) >= 1.2)
}

/** 东阳市总工会|工资集体协商指导员: what ends in an organisation's head is not the post's. */
function purposeStart(names: NameContext, head: Span, owner: RegExp): number {
  const name = nameStart(names, head)
  const start = name.division?.end ?? name.start
  return start + (owner.exec(names.text.slice(start, head.start))?.[0].length ?? 0)
}
