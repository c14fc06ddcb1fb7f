/** Groups: occupational and social groups that unions address. */
import { alternatives, oncePerLexicon } from './lexicon.ts'
import { nameContext, nameStart } from './names.ts'
import type { Candidate, Recogniser } from './recogniser.ts'

/** 快递小哥, 新业态新就业群体, 困难职工, 食品安全监管人员; not 职工, 工匠精神, 工作人员. */
export const groups: Recogniser = {
  name: 'group',
  recognise(unit, lexicon) {
    const { text } = unit
    const { built, searched } = expressions(lexicon)
    const names = nameContext(unit, lexicon)
    const found: Candidate[] = []
    for (const match of text.matchAll(built)) {
      found.push(group(match.index, match.index + match[0].length, 0.8))
    }
    for (const match of text.matchAll(searched)) {
      const head = { start: match.index, end: match.index + match[0].length }
      const { start, division } = nameStart(names, head)
      const counted = /^\d+(?:多|余)?[名位个]/.exec(text.slice(start, head.start))?.[0].length ?? 0
      const from = (division?.end ?? start) + counted
      const modifier = text.slice(from, head.start)
      if (modifier.length < 2 || modifier.length > 10 || vague.test(modifier)) continue
      found.push(group(from, head.end, 0.65))
    }
    return found
  },
}

/** 工作人员, 流动人员, 有关人员 are no group of their own. */
const vague =
  /(?:工作|有关|相关|流动|小镇|企业|单位|部门|园区|参赛|在场|与会|全体|所有|专家|业内|社会|各界|爱心|知情|党员)$/

interface Expressions {
  /** Modifiers of the list with a head of the list, or a group of the list. */
  readonly built: RegExp
  /** Heads whose modifier is searched to the left. */
  readonly searched: RegExp
}

/** Behind these the word names a thing: 工匠精神, 工匠学院, 劳模工匠创新工作室, 产业工人学院. */
const noThing =
  '(?!精神|学院|之|创新工作室|工作室|馆|日|事迹|沙龙|宣讲团|志愿|服务队|疗|委员会|大会|号|联合会|协会|文化|故事|素质|班|人才创新|十|[((]劳模|[))]创新)'

const expressions = oncePerLexicon((lexicon): Expressions => {
  const modifiers = alternatives(lexicon, 'group-modifiers')
  const heads = alternatives(lexicon, 'group-heads')
  const listed = alternatives(lexicon, 'groups')
  return {
    built: new RegExp(
      `(?:(?:${modifiers}){1,4}(?:${heads})|(?:(?:${modifiers}){0,2}(?:${listed}))(?:群体)?)${noThing}`,
      'gu',
    ),
    searched: new RegExp(`(?:从业者|从业人员|(?<!工作)人员|咖啡师)${noThing}`, 'gu'),
  }
})

function group(start: number, end: number, confidence: number): Candidate {
  return { start, end, type: 'Group', confidence, reason: 'social group' }
}
