/** The lines of a CoNLL file as tokens with tags: which column is which, and what is no token. */
import { fileLines } from '../../text/file-lines.ts'

export interface Token {
  /** Of a blank whose column is empty: a space. */
  readonly text: string
  /** `undefined`: the line has none. */
  readonly tag: string | undefined
}

/** `undefined` for the end of a sentence, a comment, the head of a document. */
export type Line = Token | undefined

/** One for each line of the file. `page`: the text that it should be of. Total. */
export function linesOf(content: string, page: string | undefined): readonly Line[] {
  const rows = fileLines(content).map(columnsOf)
  const usual = usualCount(rows)
  const isText = page?.includes(docStart) === true
  return rows.map((row): Line => {
    const { columns } = row
    const [first, ...rest] = columns
    const tag = rest.at(-1)
    if (first === undefined) return undefined
    // A sign that may stand in the text: a token has as many columns as others, and a tag.
    const isToken = columns.length === usual && tag !== undefined && isTag(tag)
    if (first.startsWith('#') && !isToken) return undefined
    if (first === docStart && (rest.length !== 1 || !isText)) return undefined
    return tokenOf(row, usual)
  })
}

/** A name of a token's place and type, or none: `B-Place`, `O`. */
export function isTag(tag: string): boolean {
  return tag === 'O' || placeAndType(tag) !== undefined
}

/** `undefined` for `O`, for tags of other schemes, and for several in one. */
export function placeAndType(
  tag: string,
): { readonly place: string; readonly type: string } | undefined {
  const [, place, type] = /^([BIMESLUW])-(.+)$/su.exec(tag) ?? []
  if (place === undefined || type === undefined) return undefined
  return /[|,;+/&]\s*(?:[BIMESLUW]-|O$)/.test(type) ? undefined : { place, type }
}

const docStart = '-DOCSTART-'

interface Row {
  /** None is empty but, in a line with tabs, the first. */
  readonly columns: readonly string[]
  /** Blanks before the first column. */
  readonly indent: string
  readonly tabs: boolean
}

/** Where a line has tabs, only they divide it: a space may be a token. */
function columnsOf(line: string): Row {
  const indent = /^[\t ]*/.exec(line)?.[0] ?? ''
  if (indent === line) return { columns: [], indent, tabs: false }
  if (!line.includes('\t')) {
    return { columns: line.split(/ +/).filter((column) => column !== ''), indent, tabs: false }
  }
  const [first = '', ...rest] = line.split('\t')
  const word = first.trim()
  const others = rest.map((column) => column.trim()).filter((column) => column !== '')
  return { columns: [word === '' ? first || ' ' : word, ...others], indent, tabs: true }
}

/** The number of columns that most lines have. */
function usualCount(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const { columns } of rows) {
    const isComment = columns[0]?.startsWith('#') === true && !isTag(columns.at(-1) ?? '')
    if (columns.length === 0 || isComment) continue
    counts.set(columns.length, (counts.get(columns.length) ?? 0) + 1)
  }
  let usual = 0
  for (const [length, count] of counts) {
    const most = counts.get(usual) ?? 0
    if (count > most || (count === most && length > usual)) usual = length
  }
  return usual
}

/** A line that lacks a column and ends with a tag has a blank for its token, which is not seen. */
function tokenOf({ columns, indent, tabs }: Row, usual: number): Token {
  const [text = ' ', ...rest] = columns
  const last = columns.at(-1) ?? ''
  if (!tabs && columns.length === usual - 1 && isTag(last)) {
    // One blank is between the columns.
    return { text: indent.slice(1) || ' ', tag: last }
  }
  return { text, tag: rest.at(-1) }
}
