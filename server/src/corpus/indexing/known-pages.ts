/** The pages of an index that is to be made, found but not read. */
import type { Files } from '../../disk/files.ts'
import { parentUri, pathBelow } from '../../disk/uri.ts'
import type { EntityDecisions } from '../../entity/decisions.ts'
import { groupBy } from '../../values/group-by.ts'
import { problemText } from '../config/config.ts'
import { configReader } from '../config/config-above.ts'
import { entitiesOfPages } from '../paths/entities-of-paths.ts'
import { findPages } from '../paths/find-pages.ts'
import { digest, termsOf } from './page-terms.ts'
import type { PageOrder } from './worker-messages.ts'

export interface KnownPage extends PageOrder {
  readonly terms: string
}

export interface KnownPages {
  readonly pages: readonly KnownPage[]
  /** What people say of entities. */
  readonly decisions: EntityDecisions
  /** What could not be read. English, one line each. */
  readonly errors: string[]
  /** What a person may want to know. */
  readonly notes: string[]
}

/** `paths` are files and folders, relative to the folder `cwd`. Never rejects because of files. */
export async function knownPages(
  paths: readonly string[],
  { cwd, files }: { readonly cwd: string; readonly files: Files },
): Promise<KnownPages> {
  const errors: string[] = []
  const notes: string[] = []
  const found = await findPages(paths, { cwd, files, errors, notes })
  const configAbove = configReader(files, (problem) =>
    notes.push(`corpus.json: ${problemText(problem)}`),
  )
  const placed = []
  for (const { uri, name: path, shown, below } of found) {
    const { root, config } = await configAbove(parentUri(uri))
    const pathInCorpus = pathBelow(root, uri) ?? below
    placed.push({ uri, path, shown, below, root, config, pathInCorpus })
  }
  const { decisions } = await entitiesOfPages(placed, {
    files,
    report: (problem) => notes.push(`entities.jsonl: ${problem}`),
  })
  const onPages = namesOnPages(decisions)
  const pages = placed.map(({ uri, path, shown, below, config, pathInCorpus }): KnownPage => {
    const apart = [...(decisions.apart.get(path) ?? [])]
    const decided = onPages.get(path) ?? []
    const terms = termsOf({ config, pathInCorpus, apart, decided })
    return { uri, path, shown, below, apart, decided, terms }
  })
  return { pages, decisions, errors, notes }
}

/** Ids of names that hold on one page, by its path, of which people say something. */
function namesOnPages({ links, said }: EntityDecisions): ReadonlyMap<string, readonly string[]> {
  const linked = [...links.values()].map(({ entity }) => entity)
  const ids = new Set([...links.keys(), ...linked, ...said.keys()])
  return groupBy(
    [...ids].filter((id) => id.includes('#')),
    (id) => id.slice(0, id.lastIndexOf('#')),
  )
}

/** Of a corpus that several machines share. */
export interface Shard {
  /** 1 to `of`. */
  readonly number: number
  readonly of: number
}

/** A page belongs to the same shard whatever other pages there are: none is read again because some came or went. */
export function isInShard({ path }: Pick<PageOrder, 'path'>, { number, of }: Shard): boolean {
  return Buffer.from(digest(path), 'base64url').readUInt32BE(0) % of === number - 1
}
