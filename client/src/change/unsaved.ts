/** Unsaved edits of a page as lines to be read. */

/** `before` and `now` are whole texts: of the file, and of the editor. Lines count from 1. */
export function unsavedLines(before: string, now: string): readonly string[] {
  const [old, own] = [linesOf(before), linesOf(now)]
  const same = commonStart(old, own)
  const rest = commonEnd(old.slice(same), own.slice(same))
  const gone = old.slice(same, old.length - rest)
  const come = own.slice(same, own.length - rest)
  if (gone.length === come.length) {
    return gone.flatMap((line, i) => {
      const other = come[i] ?? ''
      return line === other ? [] : changed(same + i + 1, line, other)
    })
  }
  return [
    ...onlyIn(gone, come, same + 1).map(([at, line]) => `− ${at}: ${short(line)}`),
    ...onlyIn(come, gone, same + 1).map(([at, line]) => `+ ${at}: ${short(line)}`),
  ]
}

/** So many characters are shown around a change. */
const around = 12

function changed(at: number, old: string, now: string): readonly string[] {
  const [a, b] = [[...old], [...now]]
  const same = commonStart(a, b)
  const from = Math.max(0, same - around)
  const left = Math.max(0, commonEnd(a.slice(same), b.slice(same)) - around)
  const piece = (all: readonly string[]): string => {
    const text = all.slice(from, all.length - left).join('')
    return `${from > 0 ? '…' : ''}${short(text)}${left > 0 ? '…' : ''}`
  }
  return [`− ${at}: ${piece(a)}`, `+ ${at}: ${piece(b)}`]
}

/** Lines with their numbers that the other side has not, each as often as it stands here more than there. */
function onlyIn(
  lines: readonly string[],
  others: readonly string[],
  first: number,
): readonly (readonly [number, string])[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.flatMap((line, i) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count > 0 ? [] : [[first + i, line] as const]
  })
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/)
}

function short(text: string): string {
  const characters = [...text]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text
}

function commonStart<T>(a: readonly T[], b: readonly T[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

function commonEnd<T>(a: readonly T[], b: readonly T[]): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}
