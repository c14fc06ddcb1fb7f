/** The corpora of the workspace, and the mistakes in their corpus.json. */

import { entitiesUri } from '../../corpus/snapshot/entities.ts'
import type { Corpus, Snapshot } from '../../corpus/snapshot/model.ts'
import { defined } from '../../values/defined.ts'
import { t } from '../wording/messages.ts'

export interface CorpusEntry {
  readonly root: string
  readonly name: string
  /** Number of pages. */
  readonly pages: number
  /** Number of files that match the globs but are binary. */
  readonly binary: number
  readonly config?: string
}

export interface ConfigProblem {
  /** UTF-16 offset in the file. */
  readonly offset: number
  /** Where it ends; without it the end of its line. */
  readonly end?: number
  readonly message: string
}

export function corpora(snapshot: Snapshot): readonly CorpusEntry[] {
  return snapshot.corpora.map((corpus) => ({
    root: corpus.root,
    name: corpus.config.name ?? folderName(corpus),
    pages: corpus.documents.length,
    binary: corpus.binary,
    ...defined({ config: corpus.configUri }),
  }))
}

/** Problems by the uri of the file they are in; a file without problems is not listed. */
export function configProblems(snapshot: Snapshot): ReadonlyMap<string, readonly ConfigProblem[]> {
  const found = new Map<string, ConfigProblem[]>()
  for (const { problems } of snapshot.corpora) {
    for (const { uri, offset, end, message, values = [] } of problems) {
      const place = end === undefined ? { offset } : { offset, end }
      const problem = { ...place, message: translate(message, values) }
      const file = found.get(uri)
      if (file === undefined) found.set(uri, [problem])
      else file.push(problem)
    }
  }
  return found
}

/** What is wrong with each `entities.jsonl`, by its uri; one without problems is not listed. */
export function entitiesProblems(
  snapshot: Snapshot,
): ReadonlyMap<string, readonly { readonly line: number; readonly message: string }[]> {
  return new Map(
    snapshot.corpora
      .filter(({ entities }) => entities.problems.length > 0)
      .map(({ root, entities }) => [
        entitiesUri(root),
        // Zero-based.
        entities.problems.map(({ line, template, values }) => ({
          line: line - 1,
          message: t(template, ...values),
        })),
      ]),
  )
}

/** Messages about one key begin with it: `"pages": a list of globs is expected …`. */
function translate(message: string, values: readonly string[]): string {
  const [, key, expected] = /^("[^"]*": )(.+)$/s.exec(message) ?? []
  return key === undefined || expected === undefined ? t(message) : key + t(expected, ...values)
}

function folderName({ root }: Corpus): string {
  const last = root.slice(root.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
