/** Text in Markdown (CommonMark, and GitHub's additions): nothing that comes from elsewhere is ever markup. */

import { showControls } from '../../text/controls.ts'

/** Text inside a line: breaks are spaces, controls `\u001b`. */
export function escapeMarkdown(text: string): string {
  return (
    showControls(text.replace(/[ \t]*[\n\r\u0085\u2028\u2029]\s*/g, ' '))
      .replace(forbidden, '\uFFFD')
      .replace(/[\\`*_[\]{}~|$]/g, '\\$&')
      .replace(/[&<>]/g, (character) => names.get(character) ?? '')
      // Addresses would become links by themselves, and `@name` a message on GitHub.
      .replace(/:(?=\/\/)|(?<=www)\.|@/gi, '\\$&')
  )
}

/** A line that was made of escaped text, so that its beginning is no heading, list, rule or code. */
export function lineOfMarkdown(content: string): string {
  return content
    .trimStart()
    .replace(/^(?=[#+=-])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
}

const forbidden =
  /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const names: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])
