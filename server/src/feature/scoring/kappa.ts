/**
 * Cohen's κ of two annotators over the characters of texts (J. Cohen, A coefficient of agreement for
 * nominal scales, Educational and Psychological Measurement 20, 1960).
 */
import type { JudgedMention, JudgedPair } from './judged.ts'

/** How many characters one annotator labels so and the other so. */
export type Joint = Map<string, Map<string, number>>

export interface Kappas {
  /** The label of a character is the set of types over it, none included. */
  readonly all: number | undefined
  /** By type: whether a mention of the type is over the character. */
  readonly byType: ReadonlyMap<string, number | undefined>
}

/** Every code point of the texts counts once, line breaks too; all texts are taken as one. */
export function characterKappas(pairs: readonly JudgedPair[]): Kappas {
  const all: Joint = new Map()
  const byType = new Map<string, Joint>()
  const types = new Set(
    pairs.flatMap(({ gold, found }) => [...gold, ...found].map(({ type }) => type)),
  )
  for (const type of types) byType.set(type, new Map())
  for (const { text, gold, found } of pairs) {
    const ours = covers(text.length, gold)
    const theirs = covers(text.length, found)
    for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) {
      count(all, labelAt(ours, at), labelAt(theirs, at))
    }
    for (const [type, joint] of byType) {
      const [one, other] = [ours.get(type), theirs.get(type)]
      for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) {
        count(joint, one?.[at] === 1 ? type : '', other?.[at] === 1 ? type : '')
      }
    }
  }
  return {
    all: cohenKappa(all),
    byType: new Map([...byType].map(([type, joint]) => [type, cohenKappa(joint)])),
  }
}

/** `undefined` where both use one and the same label throughout: nothing could disagree. */
export function cohenKappa(joint: Joint): number | undefined {
  const ours = new Map<string, number>()
  const theirs = new Map<string, number>()
  let total = 0
  let same = 0
  for (const [a, row] of joint) {
    for (const [b, n] of row) {
      ours.set(a, (ours.get(a) ?? 0) + n)
      theirs.set(b, (theirs.get(b) ?? 0) + n)
      total += n
      if (a === b) same += n
    }
  }
  if (total === 0) return undefined
  let chance = 0
  for (const [label, n] of ours) chance += (n / total) * ((theirs.get(label) ?? 0) / total)
  // One label on both sides gives exactly 1.
  return chance === 1 ? undefined : (same / total - chance) / (1 - chance)
}

function count(joint: Joint, a: string, b: string): void {
  const row = joint.get(a) ?? new Map<string, number>()
  row.set(b, (row.get(b) ?? 0) + 1)
  joint.set(a, row)
}

/** By type, sorted: 1 at each UTF-16 offset that a mention of it covers. */
function covers(
  length: number,
  mentions: readonly JudgedMention[],
): ReadonlyMap<string, Uint8Array> {
  const covered = new Map<string, Uint8Array>()
  for (const { type, spans } of mentions.toSorted((a, b) => (a.type < b.type ? -1 : 1))) {
    const units = covered.get(type) ?? new Uint8Array(length)
    for (const { start, end } of spans) units.fill(1, start, end)
    covered.set(type, units)
  }
  return covered
}

function labelAt(covered: ReadonlyMap<string, Uint8Array>, at: number): string {
  let label = ''
  for (const [type, units] of covered) if (units[at] === 1) label += `${type} `
  return label
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}
