/** Candidates from rules that are one regular expression each. */
import type { Candidate } from './recogniser.ts'

/** A row of a grammar. The first group is the mention where there is one, else the whole match. */
export interface Rule {
  /** Global, with the flag `d` where it has a group. */
  readonly pattern: RegExp
  readonly type: string
  readonly confidence: number
  readonly reason: string
}

/** Every match of every rule in `text`. Overlaps are left to the resolver. */
export function matchRules(text: string, rules: readonly Rule[]): Candidate[] {
  const candidates: Candidate[] = []
  for (const { pattern, type, confidence, reason } of rules) {
    for (const match of matchesOf(pattern, text)) {
      const group = match.indices?.[1]
      const [start, end] = group ?? [match.index, match.index + match[0].length]
      if (start < end) candidates.push({ start, end, type, confidence, reason })
    }
  }
  return candidates
}

/** All matches of a global expression. Not matchAll, which makes an expression of its own for each text. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
