/** Characters that steer what shows a text: a terminal, an editor, a page in a browser. */

/**
 * The text with its control characters and those that turn its direction as `\u001b`, so that people see them and
 * nothing obeys them. Tabs and line ends stay. In JSON, where they can only stand in strings, the value stays the same.
 */
export function showControls(text: string): string {
  return text.replace(controls, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

const controls = /(?!\t|\n|\r\n)[\p{Cc}\p{Bidi_Control}]/gu
