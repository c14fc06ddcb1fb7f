/** Which corpus lists a file: the innermost whose root is above it, if its globs match. */

import { comparePaths } from '../../disk/paths.ts'
import { pathBelow } from '../../disk/uri.ts'
import type { CorpusDefinition } from './config.ts'
import { pageMatcher } from './globs.ts'

export interface Place {
  readonly definition: CorpusDefinition
  /** Relative to the corpus root, `/` between folders. */
  readonly path: string
}

/** Takes normal uris; `undefined` for a file that is no page of any corpus. */
export type Membership = (uri: string) => Place | undefined

/** The roots of `definitions` are normal uris. */
export function createMembership(definitions: readonly CorpusDefinition[]): Membership {
  const innermostFirst = definitions
    .map((definition) => ({ definition, isPage: pageMatcher(definition.config.pages) }))
    .sort(
      (a, b) =>
        b.definition.root.length - a.definition.root.length ||
        comparePaths(a.definition.root, b.definition.root),
    )
  return (uri) => {
    for (const { definition, isPage } of innermostFirst) {
      const path = pathBelow(definition.root, uri)
      if (path !== undefined) return isPage(path) ? { definition, path } : undefined
    }
    return undefined
  }
}
