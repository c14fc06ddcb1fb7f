/** Places of an action that wait while the text is edited: they stay at the characters they meant. */
import type { Position, Range } from '../../../server/src/protocol.ts'

/** A stretch of text that became another one. */
export interface TextChange {
  readonly range: Range
  readonly text: string
}

/** `position`, `range` and `ranges` of an action's argument and of its `from` and `to`, after the changes in their order. */
export function shifted<V extends object>(values: V, changes: readonly TextChange[]): V {
  return changes.reduce((before, change) => shiftedOnce(before, change), values)
}

function shiftedOnce<V extends object>(values: V, change: TextChange): V {
  const entries = Object.entries(values).map(([key, value]) => {
    if (key === 'position' && isPosition(value)) return [key, moved(value, change, 'start')]
    if (key === 'range' && isRange(value)) return [key, movedRange(value, change)]
    // The ends of a relation.
    if ((key === 'from' || key === 'to') && typeof value === 'object' && value !== null) {
      return [key, isPosition(value) ? moved(value, change, 'start') : shiftedOnce(value, change)]
    }
    if (key === 'ranges' && Array.isArray(value)) {
      return [key, value.map((each) => (isRange(each) ? movedRange(each, change) : each))]
    }
    return [key, value]
  })
  return { ...values, ...Object.fromEntries(entries) }
}

function movedRange({ start, end }: Range, change: TextChange): Range {
  const from = moved(start, change, 'start')
  const to = moved(end, change, 'end')
  return { start: from, end: isBefore(to, from) ? from : to }
}

/** Text that is typed at an edge stays outside. */
function moved(place: Position, { range, text }: TextChange, edge: 'start' | 'end'): Position {
  const { start, end } = range
  if (isBefore(place, start)) return place
  if (edge === 'end' && !isBefore(start, place)) return place
  if (isBefore(place, end)) return start
  const lines = text.split(/\r\n|\r|\n/)
  const last = lines.at(-1)?.length ?? 0
  const after = {
    line: start.line + lines.length - 1,
    character: last + (lines.length === 1 ? start.character : 0),
  }
  return place.line === end.line
    ? { line: after.line, character: after.character + place.character - end.character }
    : { line: after.line + place.line - end.line, character: place.character }
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
    ? isPosition(value.start) && isPosition(value.end)
    : false
}
