/** A page as two annotators marked it, for tests: both texts are the same below their marks. */
import assert from 'node:assert/strict'
import type { JudgedMention, JudgedPair } from '../../../server/src/feature/scoring/judged.ts'
import { readMarked } from '../../../server/src/text/marked.ts'

export function pairOf(gold: string, found: string, name = 'p.txt'): JudgedPair {
  const [one, other] = [readMarked(gold), readMarked(found)]
  assert.equal(one.text, other.text)
  const mentions = ({ spans }: typeof one): readonly JudgedMention[] =>
    spans.map(({ type, start, end }) => ({ type, spans: [{ start, end }] }))
  return { name, text: one.text, gold: mentions(one), found: mentions(other) }
}
