/** What a person says of a page that was not known before. */

/** As it was answered; what was left empty is what is found. */
export interface PageAnswers {
  readonly newspaper: string
  readonly date: string
  /** As typed; only whole numbers are taken. */
  readonly number: string
}

export interface KnownData {
  readonly newspaper?: string
  readonly date?: string
  readonly number?: number
}

/** Only what differs is set, so that the rest follows masthead and file name; `null` for what was emptied. */
export function changedData(
  known: KnownData,
  answers: PageAnswers,
): Readonly<Record<string, string | number | null>> {
  const typed = Number.parseInt(answers.number, 10)
  const values = {
    newspaper: answers.newspaper === '' ? null : answers.newspaper,
    date: answers.date === '' ? null : answers.date,
    number: Number.isNaN(typed) ? null : typed,
  }
  const before = {
    newspaper: known.newspaper ?? null,
    date: known.date ?? null,
    number: known.number ?? null,
  }
  const keys = ['newspaper', 'date', 'number'] as const
  return Object.fromEntries(
    keys.filter((key) => values[key] !== before[key]).map((key) => [key, values[key]]),
  )
}
