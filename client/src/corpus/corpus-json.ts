/** The text of corpus.json: a new one, and one with the data of a page set, all else left as it is. */
import { type Edit, modify } from 'jsonc-parser'

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
 * nothing else. Values that are empty are not written; when all are, the entry goes.
 */
export function pageDataEdits(text: string, page: string, values: PageValues): readonly Edit[] {
  const number = Number.parseInt(values.number, 10)
  const data = {
    ...(values.newspaper === '' ? {} : { newspaper: values.newspaper }),
    ...(values.date === '' ? {} : { date: values.date }),
    ...(Number.isNaN(number) ? {} : { number }),
  }
  const value = Object.keys(data).length === 0 ? undefined : data
  return modify(text === '' ? '{}' : text, ['pageData', page], value, {
    formattingOptions: {
      insertSpaces: true,
      tabSize: 2,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  })
}

/** A date as people write it: a day, a month or a year. Empty is none. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (match === null) return text === ''
  const [year, month, day] = match.slice(1).map((part) => Number(part ?? 1))
  const date = new Date(Date.UTC(year ?? 1, (month ?? 1) - 1, day ?? 1))
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day
}
