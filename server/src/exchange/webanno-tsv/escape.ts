/** Marks of WebAnno TSV in values and in texts, escaped as its own reader and writer do it. */

/** Nothing stands in a column; a value is not there. */
export const nothing = '_'
export const noValue = '*'

export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;\t\n*]/g, (mark) =>
    mark === '\t' ? '\\t' : mark === '\n' ? '\\n' : `\\${mark}`,
  )
}

export function unescapeValue(value: string): string {
  return value.replace(/\\(->|[\\[\]|_;tn*])/g, (_whole, mark: string) =>
    mark === 't' ? '\t' : mark === 'n' ? '\n' : mark,
  )
}

/** One line of a text, without its newline. */
export function escapeText(text: string): string {
  return text.replace(/[\0-\x07\x0e-\x1f\b\t\n\f\r\\]/g, (mark) => `\\${letters.get(mark) ?? mark}`)
}

export function unescapeText(text: string): string {
  return text.replace(/\\([\0-\x07\x0e-\x1fbtnfr\\])/g, (_whole, mark: string) =>
    mark === '\\' ? mark : (marks.get(mark) ?? mark),
  )
}

const letters: ReadonlyMap<string, string> = new Map([
  ['\b', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\f', 'f'],
  ['\r', 'r'],
])

const marks: ReadonlyMap<string, string> = new Map(
  [...letters].map(([mark, letter]) => [letter, mark]),
)

/** What a value can show: it has no CR, and an empty one would be none. */
export function shownTsv(text: string): string | undefined {
  return text === '' ? undefined : text.replace(/\r\n?/g, '\n')
}

/** The parts between marks that are not escaped. */
export function splitAt(mark: '|' | ';', text: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === mark) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}
