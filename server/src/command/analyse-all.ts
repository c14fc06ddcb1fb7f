/** The slow part of a command on many pages, page by page, with progress for people who wait. */
import type { Document } from '../corpus/snapshot/model.ts'
import type { Outside } from './command.ts'

/** Finds the mentions of each page, which keeps them; what links them later is quick. Their number. */
export function analyseAll(
  documents: readonly Document[],
  { progress }: Pick<Outside, 'progress'>,
): number {
  let found = 0
  for (const [i, { path, mentions }] of documents.entries()) {
    found += mentions.length
    progress(`${i + 1}/${documents.length} ${path}`)
  }
  progress('')
  return found
}
