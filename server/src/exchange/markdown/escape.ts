/** Text in Markdown (CommonMark, and GitHub's additions): nothing that comes from elsewhere is ever markup. */

/** Text inside a line: breaks are spaces. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(forbidden, '\uFFFD')
      .replace(/[ \t]*[\n\r\u0085\u2028\u2029]\s*/g, ' ')
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
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const names: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])
