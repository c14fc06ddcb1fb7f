/** Contacts: telephone, e-mail, web and postal addresses. */
import { matchRules, type Rule } from '../reading/match.ts'
import type { Recogniser } from '../reading/recogniser.ts'

const rules: readonly Rule[] = [
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
  // 025-83279179, 0571-88851111转8001
  rule('telephone number', /(?<![\d-])0\d{2,3}[-— {2}]?\d{7,8}(?:转\d{1,5})?(?![\d-])/g),
  rule('mobile number', /(?<![\d-])1[3-9]\d{9}(?![\d-])/g),
  rule('service number', /(?<![\d-])[48]00[-—]?\d{3}[-—]?\d{4}(?![\d-])/g),
  // 热线 88851111, 电话:88851111
  rule('telephone number', /(?:电话|热线|传真|手机|咨询)[^\d\n]{0,12}(\d{7,8})(?!\d)/dg),
  // ⏎88851111⏎ on a line of its own; 20211122 is a date
  rule(
    'telephone number',
    /(?<=^|\n)[ {2}]*((?!(?:19|20)\d{2}[01]\d[0-3]\d)[2-8]\d{6,7})(?=[ {2}]*(?:\n|$))/dg,
  ),
  // 邮编: 310012
  rule('post code', /邮(?:政编码|编)[:: ]{0,3}(\d{6})(?!\d)/dg),
  // 社址: 杭州市学院路107号
  rule('postal address', /(?:社址|地址|通信地址|通讯地址)[:: ]{1,3}([^\s,。;;]{4,40})/dg),
]

/** 88851111, zjgrrb@163.com, 社址: 杭州市学院路107号; not licence and serial numbers. */
export const contacts: Recogniser = {
  name: 'contact',
  recognise: (unit) => matchRules(unit.text, rules),
}

function rule(reason: string, pattern: RegExp): Rule {
  return { pattern, type: 'Contact', confidence: 0.98, reason }
}
