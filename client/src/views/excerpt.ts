/** A sentence cut down to what fits into a line of a tree, its mention in view. */

export interface Excerpt {
  readonly text: string
  /** `[start, end)` of the mention in `text`, UTF-16 units. */
  readonly highlight: readonly [number, number]
}

/** Characters kept before the mention: trees are narrow, and what is cut off is on the right. */
const lead = 8
const longest = 160

export function excerpt(sentence: string, highlight: readonly [number, number]): Excerpt {
  const start = wholeCharacter(sentence, Math.max(0, highlight[0] - lead))
  const end = wholeCharacter(sentence, Math.min(sentence.length, start + longest))
  const opening = start > 0 ? '…' : ''
  const shift = opening.length - start
  // One line in the tree, whatever the sentence was broken by; the length stays.
  const text = sentence.slice(start, end).replace(/\s/g, ' ')
  return {
    text: `${opening}${text}${end < sentence.length ? '…' : ''}`,
    highlight: [highlight[0] + shift, Math.min(highlight[1], end) + shift],
  }
}

/** Not between the two halves of a character outside the basic plane. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset
}
