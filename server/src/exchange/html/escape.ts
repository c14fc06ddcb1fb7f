/** Text in HTML: nothing that comes from a page, a note or a schema is ever markup. */

/** For text and for values in double quotes. Characters that HTML forbids are U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"']/g, (character) => names.get(character) ?? '')
}

const forbidden =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const names: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])
