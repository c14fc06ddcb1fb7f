/** The texts that a page had before in this session, as far as something was recorded in them, and what edits did since. */
import { type Changes, noChanges, withEdit, withEdits } from '../../text/changes.ts'
import { applyEdit, type Edit } from '../../text/edit.ts'
import { defined } from '../../values/defined.ts'
import type { Moment, PlacedRecord } from '../record/placed-record.ts'

/** An immutable value; each edit and each action makes a new one. */
export interface Past {
  readonly now: Moment
  /** Counts edits and actions, so that it can be said what came before what. */
  readonly step: number
  /** Whether something was recorded in the text of now: then it is remembered. */
  readonly isUsed: boolean
  /** The oldest first. */
  readonly before: readonly Remembered[]
}

/** What edits did since a moment. */
interface Since {
  readonly moment: Moment
  /** From its text to that of now. */
  readonly changes: Changes
  /** Whether all edits since are those that were made; else what was replaced only encloses them. */
  readonly isExact: boolean
}

interface Remembered extends Since {
  /** What had happened since earlier moments when the text of this one was left. */
  readonly earlier: readonly Since[]
  /** The records then, where one of them was in doubt: of the others what they were stands with them. */
  readonly records?: readonly PlacedRecord[]
}

/** Texts that are remembered, and UTF-16 units of all of them; the oldest go first. */
const most = { texts: 200, units: 4_000_000 }

export function pastOf(text: string): Past {
  return { now: { text }, step: 0, isUsed: false, before: [] }
}

/** What happened since a moment; `undefined` for one that is not remembered. */
export function sinceMoment(
  { now, before }: Past,
  moment: Moment,
): Pick<Since, 'changes' | 'isExact'> | undefined {
  if (moment === now) return { changes: noChanges, isExact: true }
  return before.find((each) => each.moment === moment)
}

/** The records as they were when the page had the text of now the last time, where one of them was in doubt then. */
export function recordsThen({ now, before }: Past): readonly PlacedRecord[] | undefined {
  return before.findLast(({ moment, records }) => records !== undefined && moment.text === now.text)
    ?.records
}

/**
 * After an edit of the text of now. `isExact`: somebody made this very edit; else the texts were compared. `records`
 * are those of now.
 */
export function afterEdit(
  past: Past,
  edit: Edit,
  { isExact, records }: { readonly isExact: boolean; readonly records?: readonly PlacedRecord[] },
): Past {
  const text = applyEdit(past.now.text, edit)
  const last = { ...leaving(past), ...defined({ records }) }
  const before = (past.isUsed ? [...past.before, last] : past.before).map((each) => ({
    ...each,
    changes: withEdit(each.changes, edit, { old: each.moment.text, now: text }),
    isExact: each.isExact && isExact,
  }))
  return { now: { text }, step: past.step + 1, isUsed: false, before: remembered(before, text) }
}

/** After edits of a client, each in the text that the one before it left, which made `text` in the end. */
export function afterEdits(past: Past, edits: readonly Edit[], text: string): Past {
  if (edits.length === 0) return past
  const last = leaving(past)
  const before = (past.isUsed ? [...past.before, last] : past.before).map((each) => ({
    ...each,
    changes: withEdits(each.changes, edits, { old: each.moment.text, now: text }),
  }))
  const step = past.step + edits.length
  return { now: { text }, step, isUsed: false, before: remembered(before, text) }
}

/** Without a moment in which nothing was recorded after all. */
export function forgotten(past: Past, moment: Moment): Past {
  return { ...past, before: past.before.filter((each) => each.moment !== moment) }
}

/** After something was recorded in the text of now. */
export function afterAction(past: Past): Past {
  return { ...past, step: past.step + 1, isUsed: true }
}

/** The moment of now, which the next edit leaves. */
function leaving({ now, before }: Past): Remembered {
  const earlier = before.map(
    ({ moment, changes, isExact }): Since => ({ moment, changes, isExact }),
  )
  return { moment: now, changes: noChanges, isExact: true, earlier }
}

/**
 * What is remembered, where the text of now is `text`. Where that was there before, what had happened until then has
 * happened, and nothing since: edits that were undone do not make one replacement of several for good.
 */
function remembered(before: readonly Remembered[], text: string): readonly Remembered[] {
  const then = before.findLast(({ moment }) => moment.text === text)
  const known = new Map(then?.earlier.map((each) => [each.moment, each]))
  return withinBounds(before.map((each) => ({ ...each, ...known.get(each.moment) })))
}

function withinBounds(before: readonly Remembered[]): readonly Remembered[] {
  let units = 0
  let from = before.length
  while (from > 0 && before.length - from < most.texts) {
    units += before[from - 1]?.moment.text.length ?? 0
    if (units > most.units) break
    from--
  }
  return from === 0 ? before : before.slice(from)
}
