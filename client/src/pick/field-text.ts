/**
 * What a person types into a field that is written to meanwhile. The editor tells what the field holds after each key, but
 * not on top of what: each text that is written carries an invisible mark of its own, and what is told with it was typed behind it.
 */

/** A change of a text, counted from its end: what stands before it may differ. In UTF-16 units. */
export interface Edit {
  /** So much behind it stays. */
  readonly after: number
  readonly removed: number
  readonly text: string
}

export class FieldText {
  /** By the number of a writing, what the field was last told to hold on top of it; the first one is the empty field. */
  readonly #held: string[] = ['']
  /** The last writing that was seen. */
  #seen = 0
  /** A writing that stands there selected, and its text: whatever is typed on top of it comes first. */
  #selected = { writing: 0, text: '' }

  /** What the field holds when all that was written has arrived. */
  get content(): string {
    const last = this.#held.length - 1
    return last > 0 && last === this.#selected.writing
      ? this.#selected.text
      : (this.#held[last] ?? '')
  }

  /** The field is told to hold `raw`: what a person has done to it, and whether nothing but what is selected stood there. */
  told(raw: string): (Edit & { readonly isFirst: boolean }) | undefined {
    const mark = [...raw].find((character) => isMark.test(character))
    const text = withoutMark(raw)
    // One that was seen and is missing was erased by the person; so was the last one where nothing else would have changed.
    if (mark !== undefined) this.#seen = Math.max(this.#seen, this.#writing(mark))
    else if (text === this.#held[this.#seen]) this.#seen = this.#held.length - 1
    const before = this.#held[this.#seen] ?? ''
    const isSelected = this.#seen > 0 && this.#seen === this.#selected.writing
    this.#held[this.#seen] = text
    if (isSelected) this.#selected = { writing: 0, text }
    if (text === before && !isSelected) return undefined
    return { ...editOf(before, text), isFirst: isSelected || this.#seen === 0 }
  }

  /** `text` as it is to be written into the field. */
  written(text: string, isSelected = false): string {
    const writing = this.#held.length
    this.#held.push(isSelected ? '' : text)
    if (isSelected) this.#selected = { writing, text }
    return `${markOf(writing)}${text}`
  }

  /** The last writing with this mark. */
  #writing(mark: string): number {
    const last = this.#held.length - 1
    const behind = (last - ((mark.codePointAt(0) ?? 0) - firstMark)) % countOfMarks
    return last - ((behind + countOfMarks) % countOfMarks)
  }
}

/** The text of what a field holds. */
export function withoutMark(raw: string): string {
  return raw.replace(isMark, '')
}

export function edited(text: string, { after, removed, text: added }: Edit): string {
  const end = Math.max(0, text.length - after)
  return text.slice(0, Math.max(0, end - removed)) + added + text.slice(end)
}

/** Variation selectors of Unicode: in front of a text they are drawn nowhere. So many writings are not on their way at once. */
const isMark = /[\u{E0100}-\u{E01EF}]/u
const firstMark = 0xe0100
const countOfMarks = 240

function markOf(writing: number): string {
  return String.fromCodePoint(firstMark + (writing % countOfMarks))
}

function editOf(before: string, now: string): Edit {
  const most = Math.min(before.length, now.length)
  let same = 0
  while (same < most && before[same] === now[same]) same++
  let after = 0
  while (after < most - same && before.at(-1 - after) === now.at(-1 - after)) after++
  return {
    after,
    removed: before.length - same - after,
    text: now.slice(same, now.length - after),
  }
}
