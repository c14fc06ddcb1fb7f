/** Text in HTML: nothing that comes from a page, a note or a schema is ever markup. */

import { showControls } from '../../text/controls.ts'

/** For text and for values in double quotes. Controls are `\u001b`, other characters that HTML forbids U+FFFD. */
export function escapeHtml(text: string): string {
  return showControls(text.replace(/\r\n?/g, '\n'))
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"']/g, (character) => names.get(character) ?? '')
}

const forbidden =
  /[\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const names: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])
