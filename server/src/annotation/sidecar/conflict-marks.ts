/** Sidecars in which git left the marks of a conflict: merged by record, as its driver would have. */
import { fileLines } from '../../text/file-lines.ts'
import { type Merged, mergeSidecars } from './merge.ts'

/** `undefined` where there are no marks, or not in the order in which git writes them. */
export function mergeMarked(text: string, merge = mergeSidecars): Merged | undefined {
  const sides = sidesOf(text)
  return sides === undefined ? undefined : merge(sides.base, sides.ours, sides.theirs)
}

type Side = 'all' | 'ours' | 'base' | 'theirs'

/** What each mark begins, and behind which side it may stand. */
const marks: readonly (readonly [mark: RegExp, begins: Side, behind: readonly Side[]])[] = [
  [/^<{7}( |$)/, 'ours', ['all']],
  [/^\|{7}( |$)/, 'base', ['ours']],
  [/^={7}$/, 'theirs', ['ours', 'base']],
  [/^>{7}( |$)/, 'all', ['theirs']],
]

/**
 * The three texts. Without the part that `merge.conflictStyle` diff3 adds, the base has only what both
 * sides have: two values of a key are then a conflict, and nothing counts as deleted.
 */
function sidesOf(
  text: string,
): { readonly base: string; readonly ours: string; readonly theirs: string } | undefined {
  const lines: Readonly<Record<'ours' | 'base' | 'theirs', string[]>> = {
    ours: [],
    base: [],
    theirs: [],
  }
  let side: Side = 'all'
  let count = 0
  for (const line of fileLines(text)) {
    const mark = marks.find(([form]) => form.test(line))
    if (mark !== undefined) {
      const [, begins, behind] = mark
      if (!behind.includes(side)) return undefined
      side = begins
      count++
    } else if (side === 'all') {
      for (const one of [lines.ours, lines.base, lines.theirs]) one.push(line)
    } else lines[side].push(line)
  }
  if (count === 0 || side !== 'all') return undefined
  const [base, ours, theirs] = [lines.base, lines.ours, lines.theirs].map((one) => one.join('\n'))
  return { base: base ?? '', ours: ours ?? '', theirs: theirs ?? '' }
}
