/** What file names say of date and page number, and which regular expression reads it. */

export interface FileNameReading {
  /** `2021-11-22`, `2021-11` or `2021`. */
  readonly date?: string
  readonly number?: number
}

export interface FileNamePattern {
  /** For `fileNames` in corpus.json: groups `year`, `month`, `day` and `page`, each optional. */
  readonly pattern: string
  /** The file name it was tried on, and what it read there. */
  readonly example: string
  readonly reading: FileNameReading
  /** Number of the given names that it reads. */
  readonly matches: number
  /** False: the number may count the files as well as the pages of an issue, so that it is not proposed. */
  readonly isSure: boolean
}

const year = '(?<year>(?:19|20)\\d\\d)'
const page = '(?<page>\\d{1,3})'
const dates = [
  `${year}-(?<month>\\d{1,2})-(?<day>\\d{1,2})`,
  `${year}年(?<month>\\d{1,2})月(?<day>\\d{1,2})日`,
  `${year}[._](?<month>\\d{1,2})[._](?<day>\\d{1,2})`,
  `${year}(?<month>[01]\\d)(?<day>[0-3]\\d)`,
]

/** `03_…`: a page of an issue, or the third of all files. */
const bareNumber = `^${page}(?=[_. -])`

/** From the most to the least that a name can say; each reads a form that newspapers' files have. */
const known: readonly string[] = [
  ...dates.map((date) => `${date}\\D+${page}(?!\\d)`),
  ...dates,
  `${year}(?!\\d)`,
  `(?:第|[版Pp]|page)_?${page}(?!\\d)`,
  bareNumber,
]

/** Patterns that read at least half of the names, the best first. Those that read less are chance; a page 0 there is not. */
export function fileNamePatterns(names: readonly string[]): readonly FileNamePattern[] {
  const found: FileNamePattern[] = []
  for (const pattern of known) {
    const read = names.flatMap((example) => {
      const reading = readFileName(pattern, example)
      return reading === undefined ? [] : [{ example, reading }]
    })
    const first = read[0]
    if (first === undefined || read.length * 2 < names.length) continue
    const numbers = read.flatMap(({ reading }) => reading.number ?? [])
    if (numbers.length > 0 && numbers.length === read.length && numbers.includes(0)) continue
    const isSure = pattern !== bareNumber || new Set(numbers).size < numbers.length
    found.push({ pattern, ...first, matches: read.length, isSure })
  }
  return found
}

/** `undefined` for a name that does not match, a date that is none, and a pattern that is no pattern. */
export function readFileName(pattern: string, name: string): FileNameReading | undefined {
  const groups = compile(pattern)?.exec(name)?.groups
  if (groups === undefined) return undefined
  const parts = [groups['year'], groups['month'], groups['day']]
  const absent = parts.indexOf(undefined)
  const date = parts.slice(0, absent < 0 ? 3 : absent).map((part) => part?.padStart(2, '0'))
  if (Number(groups['month'] ?? 1) > 12 || Number(groups['day'] ?? 1) > 31) return undefined
  if (Number(groups['month'] ?? 1) < 1 || Number(groups['day'] ?? 1) < 1) return undefined
  return {
    ...(date.length > 0 ? { date: date.join('-') } : {}),
    ...(groups['page'] === undefined ? {} : { number: Number(groups['page']) }),
  }
}

/** Whether it is a regular expression with at least one of the groups. */
export function isFileNamePattern(pattern: string): boolean {
  return compile(pattern) !== undefined && /\(\?<(?:year|month|day|page)>/.test(pattern)
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    return undefined
  }
}
