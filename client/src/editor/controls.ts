/** Text of pages in tooltips. */

/** Control characters and those that turn the direction as `\u001b`, as the server shows them; line ends stay. */
export function showControls(text: string): string {
  return text.replace(controls, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

const controls = /(?!\t|\n|\r\n)[\p{Cc}\p{Bidi_Control}]/gu
