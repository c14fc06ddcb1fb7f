/** The text of corpus.json: a new one, and one with the data of a page set, all else left as it is. */
import { type Edit, findNodeAtLocation, modify, parseTree } from 'jsonc-parser'

/** What the person answered; what was left empty is left out of the file. */
export interface NewCorpus {
  readonly pages: readonly string[]
  readonly encoding: string
  readonly newspaper: string
  readonly fileNames: string
  readonly annotator: string
}

export interface PageValues {
  readonly newspaper: string
  readonly date: string
  /** As typed; only whole numbers are taken. */
  readonly number: string
}

export function newCorpusText(name: string, corpus: NewCorpus): string {
  const entries = Object.entries({ name, ...corpus }).filter(([, value]) => value.length > 0)
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}

/**
 * The edits (UTF-16 offsets) that set the data of `page`, its path relative to the corpus root, and
 * touch nothing else. Values that are empty are not written; when all are, the entry goes.
 * No edit for a text that holds no object, or something else than an object under `pageData`.
 */
export function pageDataEdits(text: string, page: string, values: PageValues): readonly Edit[] {
  if (text.trim() === '') {
    const [edit] = pageDataEdits('{}', page, values)
    return edit === undefined
      ? []
      : [{ offset: 0, length: text.length, content: `{${edit.content}}\n` }]
  }
  const root = parseTree(text)
  const place = root && findNodeAtLocation(root, ['pageData'])
  if (root?.type !== 'object' || (place !== undefined && place.type !== 'object')) return []
  const number = Number.parseInt(values.number, 10)
  const data = [
    ...(values.newspaper === '' ? [] : [`"newspaper": ${JSON.stringify(values.newspaper)}`]),
    ...(values.date === '' ? [] : [`"date": ${JSON.stringify(values.date)}`]),
    ...(Number.isNaN(number) ? [] : [`"number": ${number}`]),
  ]
  // The package says where; its own formatting would format the neighbours, too.
  const edits = modify(text, ['pageData', page], data.length === 0 ? undefined : {}, {})
  if (data.length === 0) return edits
  return edits.map((edit) => ({
    ...edit,
    content: entry(text, edit, page, `{ ${data.join(', ')} }`),
  }))
}

/** What stands in the place of `edit`: the value, or a new entry on a line of its own. */
function entry(text: string, edit: Edit, page: string, value: string): string {
  if (edit.length > 0) return value
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  '
  const named = `${eol}${indent}${indent}${JSON.stringify(page)}: ${value}`
  const last = /^\s/.test(text.slice(edit.offset)) || edit.content.endsWith(',')
  const comma = edit.content.startsWith(',') ? ',' : ''
  const behind = edit.content.endsWith(',') ? ',' : ''
  if (!edit.content.includes('"pageData":')) {
    return `${comma}${named}${behind}${last ? '' : `${eol}${indent}`}`
  }
  return `${comma}${eol}${indent}"pageData": {${named}${eol}${indent}}${behind}${last ? '' : eol}`
}

/** A date as people write it: a day, a month or a year. Empty is none. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (match === null) return text === ''
  const [year, month, day] = match.slice(1).map((part) => Number(part ?? 1))
  const date = new Date(Date.UTC(year ?? 1, (month ?? 1) - 1, day ?? 1))
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day
}
