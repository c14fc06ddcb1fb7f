/** The TextMate grammar of pages, and what its expressions mark. */
import { readText } from './manifest.ts'

interface Rule {
  readonly match?: string
  readonly name?: string
  readonly captures?: Readonly<Record<string, { readonly name: string }>>
  readonly patterns?: readonly Rule[]
}
const grammar: { readonly repository: Readonly<Record<string, Rule>> } = JSON.parse(
  readText('syntaxes/newspaper.tmLanguage.json'),
)

/** Names of its rules. */
export const ruleNames = Object.keys(grammar.repository)

/** What the rules of one name mark in a line, with the last word of its (first) scope before it. */
export function scopes(rule: string, line: string): readonly string[] {
  return leaves(grammar.repository[rule] ?? {}).flatMap(({ match = '', name, captures }) =>
    [...line.matchAll(new RegExp(match, 'gu'))].map((found) => {
      const index = captures?.['1'] === undefined ? 0 : 1
      const scope = name ?? captures?.[index]?.name ?? ''
      return `${scope.split(' ')[0]?.split('.').at(-2)} ${found[index]}`
    }),
  )
}

function leaves(rule: Rule): readonly Rule[] {
  return rule.match === undefined ? (rule.patterns ?? []).flatMap(leaves) : [rule]
}
