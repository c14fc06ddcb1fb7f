/** Markdown in which text of a page is only ever text. */

import { showControls } from '../../text/controls.ts'

/** Longer stretches of page text are cut in cards and labels, in UTF-16 units. */
const longest = 200

/**
 * `text` as one line of Markdown that shows exactly its characters. Every ASCII punctuation mark is
 * escaped, which CommonMark allows: a name such as `[x](command:…)`, `<img>`, `https://…` or `` `a|b` ``
 * makes no link, no element, no code and no table.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** White space becomes single spaces, control characters are `\u001b`; long text is cut with an ellipsis. */
export function oneLine(text: string, length: number = longest): string {
  const flat = showControls(text.slice(0, length * 2).replace(/\s+/g, ' ')).trim()
  if (flat.length <= length) return flat
  // A surrogate pair is not cut in the middle.
  const end = /[\ud800-\udbff]/.test(flat[length - 1] ?? '') ? length - 1 : length
  return `${flat.slice(0, end)}…`
}
