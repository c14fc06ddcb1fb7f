/** Where things stand in a JSON text: its first fault and its keys, for messages about corpus.json. */

export interface JsonScan {
  /** UTF-16 offset of the first thing that JSON does not allow; `undefined` for a whole text. */
  readonly fault: number | undefined
  /** Offsets of the keys of the outermost object. */
  readonly keys: ReadonlyMap<string, number>
}

const token =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y

/** What may come next. `first` is a key or value that may also be the closing bracket. */
type Expected = 'value' | 'first' | 'key' | 'colon' | 'comma' | 'end'

export function scanJson(text: string): JsonScan {
  const keys = new Map<string, number>()
  const open: string[] = []
  let expected: Expected = 'value'
  let at = 0
  while (true) {
    const rest = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0)
    if (expected === 'end' && rest === text.length) return { fault: undefined, keys }
    token.lastIndex = at
    const found = token.exec(text)
    if (found === null) return { fault: rest, keys }
    const start = token.lastIndex - (found[1] ?? found[2] ?? found[3] ?? '').length
    const next = step(expected, open, found[1], found[2] !== undefined)
    if (next === undefined) return { fault: start, keys }
    if (next === 'colon' && open.length === 1) keys.set(unquote(found[2] ?? ''), start)
    expected = next
    at = token.lastIndex
  }
}

/** The state after one token; `undefined` where the token may not stand. Changes `open`. */
function step(
  expected: Expected,
  open: string[],
  mark: string | undefined,
  isString: boolean,
): Expected | undefined {
  const inObject = open.at(-1) === '{'
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma')
  if (mark === '}' || mark === ']') {
    if (inObject !== (mark === '}') || (expected !== 'first' && expected !== 'comma'))
      return undefined
    if (open.pop() === undefined) return undefined
    return afterValue()
  }
  if (mark === ',') return expected !== 'comma' ? undefined : inObject ? 'key' : 'value'
  if (mark === ':') return expected === 'colon' ? 'value' : undefined
  if (expected === 'key' || (expected === 'first' && inObject))
    return isString ? 'colon' : undefined
  if (expected !== 'value' && expected !== 'first') return undefined
  if (mark === undefined) return afterValue()
  open.push(mark)
  return 'first'
}

function unquote(literal: string): string {
  const value: unknown = JSON.parse(literal)
  return typeof value === 'string' ? value : ''
}
