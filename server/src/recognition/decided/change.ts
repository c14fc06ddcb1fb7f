/** Which pages a decision about names concerns: the others keep their suggestions. */
import type { LogicalText, Page } from '../../page/model.ts'
import { oncePer } from '../../values/once-per.ts'
import { joinedName, type Marks } from './decisions.ts'

type Names = Pick<Marks, 'positive' | 'negative'>

/** Names that are or are not something in one of the two only, or are another type. */
export function changedNames(before: Names, after: Names): ReadonlySet<string> {
  const changed = new Set<string>()
  if (before.positive === after.positive && before.negative === after.negative) return changed
  for (const [a, b] of [
    [before, after],
    [after, before],
  ] as const) {
    for (const [name, type] of a.positive) if (b.positive.get(name) !== type) changed.add(name)
    for (const entry of a.negative) {
      if (b.negative.has(entry)) continue
      // A type may contain spaces, so that every remainder may be the name.
      for (let at = entry.indexOf(' '); at >= 0; at = entry.indexOf(' ', at + 1)) {
        changed.add(entry.slice(at + 1))
      }
    }
  }
  return changed
}

/** Whether one of `names` stands on the page, so that its suggestions may differ by it. */
export function holdsAny(page: Page, names: ReadonlySet<string>): boolean {
  return [...page.articles, ...page.loose].some(({ logical }) =>
    [...names].some(
      (name) => name !== '' && (logical.text.includes(name) || readingOf(logical).includes(name)),
    ),
  )
}

/** Remembered, since every decision asks for it on every page of a corpus. */
const readingOf = oncePer(({ text }: LogicalText) => joinedName(text))
