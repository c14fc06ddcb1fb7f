/** What one page says of entities: the rows of which those of a corpus are made. */
import { type Mention, mentionSpan } from '../annotation/record/mention.ts'
import { byPosition } from '../text/span.ts'
import type { Lexicon } from '../values/lexicon.ts'
import { type Form, formsOf } from './forms.ts'
import { typedKey } from './names.ts'
import { type Cluster, clustersOnPage, type LinkedPage, type ShortName } from './on-page.ts'

/** The mentions of one thing on one page. */
export interface EntityRow {
  readonly page: string
  /** Of the thing by the fullest name that this page has for it; other pages may have a fuller one. */
  readonly id: string
  readonly type: string
  /** Ids that the thing has on pages which only have a shorter name that means the same everywhere. */
  readonly shorter: readonly string[]
  readonly forms: readonly Form[]
  /** Why names are in it that have a fuller one on this page. */
  readonly shortNames: readonly ShortName[]
  /** By position, at least one. */
  readonly mentions: readonly Mention[]
}

/** One for each id, in order of the first mention. */
export function entityRows(page: LinkedPage): readonly EntityRow[] {
  const rows = new Map<string, EntityRow>()
  for (const cluster of clustersOnPage(page)) {
    const row = rowOf(cluster, page)
    const same = rows.get(row.id)
    rows.set(row.id, same === undefined ? row : joined(same, row))
  }
  return [...rows.values()]
}

function rowOf(
  { type, linked, key, scope, fullKeys, shortNames, mentions }: Cluster,
  page: LinkedPage,
): EntityRow {
  const isSaid = linked === undefined && scope === 'corpus' && fullKeys.length > 0
  return {
    page: page.path,
    // Joined, it is one string; put together otherwise, each of its parts stays one.
    id: linked ?? [prefixOf(scope, page), type, ':', key].join(''),
    type,
    // What one mention was linked to is not what its short forms mean on other pages.
    shorter: isSaid ? fullKeys.map((each) => `${type}:${each}`) : none,
    forms: formsOf(mentions),
    // Most have none, and share one list of none.
    shortNames: shortNames.length === 0 ? noShortNames : shortNames,
    mentions,
  }
}

const none: readonly string[] = []
const noShortNames: readonly ShortName[] = []

/** The id of what is something on this page alone, by the name that it has there. */
export function idOnPage(page: string, type: string, name: string, lexicon: Lexicon): string {
  return [page, '#', type, ':', typedKey(type, name, lexicon)].join('')
}

/** Where in the corpus the name means this one thing: everywhere, in a newspaper, on a page. */
function prefixOf(scope: Cluster['scope'], { path, newspaper }: LinkedPage): string {
  if (scope === 'corpus') return ''
  return scope === 'newspaper' && newspaper !== undefined ? `${newspaper}#` : `${path}#`
}

/** 市总工会 of one article and of another one, neither of which says whose it is, have one id. */
function joined(row: EntityRow, other: EntityRow): EntityRow {
  const mentions = inOrder([...row.mentions, ...other.mentions])
  const shorter = [...new Set([...row.shorter, ...other.shorter])]
  const shortNames = [...row.shortNames, ...other.shortNames]
  return { ...row, shorter, forms: formsOf(mentions), shortNames, mentions }
}

export function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.toSorted((a, b) => byPosition(mentionSpan(a), mentionSpan(b)))
}
