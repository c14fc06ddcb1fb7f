/** Contacts: telephone, e-mail, web and postal addresses. */
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import type { Recogniser } from '../reading/recogniser.ts'

/** 88851111, zjgrrb@163.com, 社址: 杭州市学院路107号; not licence and serial numbers. */
export const contacts: Recogniser = {
  name: 'contact',
  recognise: (unit, lexicon) => matchRules(unit.text, rules(lexicon)),
}

const patterns = expressions('contacts', {
  areaNumber: 'g',
  labelledNumber: 'dg',
  postCode: 'dg',
  postalAddress: 'dg',
})

/** What needs no word. */
const plain: readonly Rule[] = [
  // zjgrrb@163.com
  rule(
    'e-mail address',
    /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g,
  ),
  // www.zjgrrb.com, https://…
  rule(
    'web address',
    /https?:\/\/[\w./?&=%#~:+-]{4,200}|(?<![\w.@])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:\/[\w./?&=%#~-]*)?/gi,
  ),
  rule('mobile number', /(?<![\d-])1[3-9]\d{9}(?![\d-])/g),
  rule('service number', /(?<![\d-])[48]00[-—]?\d{3}[-—]?\d{4}(?![\d-])/g),
  // ⏎88851111⏎ on a line of its own; 20211122 is a date
  rule(
    'telephone number',
    /(?<=^|\n)[ \u3000]*((?!(?:19|20)\d{2}[01]\d[0-3]\d)[2-8]\d{6,7})(?=[ \u3000]*(?:\n|$))/dg,
  ),
]

const rules = oncePer((lexicon: Lexicon): readonly Rule[] => {
  const { areaNumber, labelledNumber, postCode, postalAddress } = patterns(lexicon)
  return [
    ...plain,
    rule('telephone number', areaNumber),
    rule('telephone number', labelledNumber),
    rule('post code', postCode),
    rule('postal address', postalAddress),
  ]
})

function rule(reason: string, pattern: RegExp): Rule {
  return { pattern, type: 'Contact', confidence: 0.98, reason }
}
