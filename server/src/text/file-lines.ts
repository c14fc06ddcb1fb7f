/** The lines of a text file, whoever wrote it: without a byte order mark, and without the CR of CRLF. At most `most` of them. */
export function fileLines(text: string, most?: number): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n', most)
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
}
