/** Long charts in parts, so that each part can be read and its table be walked through. */
import type { OverviewRow } from '../../server/src/protocol.ts'

/** Lines of a chart that fit on a screen. */
const most = 20
/** The same of a tree, which is read by its branches. */
const mostLeaves = 40

/** `rows` in parts: as many lines as fit, or as are given, but a branch of a tree is never torn. */
export function inParts(
  rows: readonly OverviewRow[],
  lines = most,
): readonly (readonly OverviewRow[])[] {
  const isTree = rows.some(({ children }) => children !== undefined)
  const parts: OverviewRow[][] = []
  let room = 0
  for (const row of rows) {
    const own = leaves(row)
    const part = parts.at(-1)
    if (part === undefined || own > room) {
      parts.push([row])
      room = isTree ? mostLeaves : lines
    } else part.push(row)
    room -= own
  }
  return parts
}

/** Lines that a row needs in a tree. */
export function leaves({ children = [] }: OverviewRow): number {
  return Math.max(
    1,
    children.reduce((sum, child) => sum + leaves(child), 0),
  )
}
