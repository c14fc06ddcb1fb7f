/** What several annotators say of one page: chosen by name, each for a layer of its own, or the last one. */

import type { ReadProblem } from '../../exchange/format/format.ts'
import { t } from '../../text/wording.ts'
import { groupBy } from '../../values/group-by.ts'
import type { IncomingPage } from './read.ts'

/** Names of those of whom a reading has several on a page, in their order. */
export function annotatorsIn(pages: readonly IncomingPage[]): readonly string[] {
  return [...new Set(pages.flatMap(({ annotator }) => annotator ?? []))]
}

/** Without what others than `name` say, where there are several. */
export function saidBy(pages: readonly IncomingPage[], name: string): readonly IncomingPage[] {
  return pages
    .filter(({ annotator }) => annotator === undefined || annotator === name)
    .map(({ annotator, ...page }) => page)
}

/** For those who import into one place: of several the last one of each page, with a sentence that says so. */
export function lastAnnotators(pages: readonly IncomingPage[]): {
  readonly pages: readonly IncomingPage[]
  readonly problems: readonly ReadProblem[]
} {
  const problems: ReadProblem[] = []
  const left = [...groupBy(pages, ({ document }) => document)].flatMap(([, same]) => {
    const [first] = same
    const names = annotatorsIn(same)
    const last = names.at(-1)
    if (first === undefined || last === undefined) return same
    const others = names.slice(0, -1).join(', ')
    const message = t(
      'What {0} says is read, not what {1} says: biaozhu import makes a layer of each.',
      last,
      others,
    )
    problems.push({ path: first.path, message })
    return saidBy(same, last)
  })
  return { pages: left, problems }
}
