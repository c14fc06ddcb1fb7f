/** All inputs whose time matters, in groups. */
import type { Case } from './case.ts'
import { files } from './files.ts'
import { overviews } from './overviews.ts'
import { pages } from './pages.ts'
import { questions } from './questions.ts'
import { recognition } from './recognition.ts'
import { records } from './records.ts'
import { runs } from './runs.ts'

export const groups: Readonly<Record<string, readonly Case[]>> = {
  recognition,
  runs,
  pages,
  records,
  questions,
  overviews,
  files,
}

export const cases: readonly Case[] = Object.values(groups).flat()
