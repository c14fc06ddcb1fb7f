/** What a person says of a page that was not known before. */
import type { CommandParams } from '../../../server/src/protocol.ts'

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

type SetData = Omit<CommandParams<'setPageData'>, 'uri'>

/** Only what differs is set, so that the rest follows masthead and file name; `null` for what was emptied. */
export function changedData(known: KnownData, answers: PageAnswers): SetData {
  const typed = Number.parseInt(answers.number, 10)
  const newspaper = answers.newspaper === '' ? null : answers.newspaper
  const date = answers.date === '' ? null : answers.date
  const number = Number.isNaN(typed) ? null : typed
  return {
    ...(newspaper === (known.newspaper ?? null) ? {} : { newspaper }),
    ...(date === (known.date ?? null) ? {} : { date }),
    ...(number === (known.number ?? null) ? {} : { number }),
  }
}
