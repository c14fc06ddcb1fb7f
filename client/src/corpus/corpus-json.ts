/** The text of a new corpus.json, and the form of dates. */

/** What the person answered; what was left empty is left out of the file. */
export interface NewCorpus {
  readonly pages: readonly string[]
  readonly encoding: string
  readonly newspaper: string
  readonly fileNames: string
  readonly annotator: string
}

export function newCorpusText(name: string, corpus: NewCorpus): string {
  const entries = Object.entries({ name, ...corpus }).filter(([, value]) => value.length > 0)
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}

/** A date as people write it: a day, a month or a year. Empty is none. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (match === null) return text === ''
  const [year, month, day] = match.slice(1).map((part) => Number(part ?? 1))
  const date = new Date(Date.UTC(year ?? 1, (month ?? 1) - 1, day ?? 1))
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day
}
