/** Mentions by their type, status and page. */
import type { Corpus } from '../../corpus/snapshot/model.ts'
import { oncePer } from '../../values/once-per.ts'
import { coloursOf } from '../lists/schema-info.ts'
import { labelOf, t } from '../wording/messages.ts'
import { pageName } from '../wording/page-name.ts'
import { type Counted, type Counting, inOrderFound, knownPages, type RowName } from './counted.ts'

export const statuses = ['accepted', 'suggested', 'rejected'] as const

export const statusCounting: Counting = {
  name: 'status',
  series: ['mentions'],
  *counted(corpus) {
    const rows = new Map(statuses.map((key) => [key, [{ key, label: statusLabel(key) }]]))
    for (const document of knownPages(corpus)) {
      for (const mention of document.mentions) {
        yield { document, mention, rows: rows.get(mention.status) ?? [], series: 'mentions' }
      }
    }
  },
  order: () => (a, b) => rank(statuses, a.key) - rank(statuses, b.key),
}

export const typeCounting: Counting = {
  name: 'type',
  series: statuses,
  counted(corpus) {
    const rowOf = typeRow(corpus)
    return counted(corpus, ({ mention }) => rowOf(mention.type))
  },
  order({ schema }) {
    const names = schema.types.map(({ name }) => name)
    return (a, b) => rank(names, a.key) - rank(names, b.key)
  },
}

export const pageCounting: Counting = {
  name: 'page',
  series: statuses,
  counted(corpus) {
    const rowsOf = oncePer((document: Counted['document']): readonly RowName[] => [
      { key: document.path, label: pageName(corpus, document) },
    ])
    return counted(corpus, ({ document }) => rowsOf(document))
  },
  order: () => inOrderFound,
}

/** By status, those of which `rowsOf` says where. */
function* counted(
  corpus: Corpus,
  rowsOf: (place: Pick<Counted, 'document' | 'mention'>) => readonly RowName[],
): Generator<Counted> {
  for (const document of knownPages(corpus)) {
    for (const mention of document.mentions) {
      const rows = rowsOf({ document, mention })
      yield { document, mention, rows, series: mention.status }
    }
  }
}

function typeRow({ schema }: Corpus): (type: string) => readonly RowName[] {
  const made = new Map<string, readonly RowName[]>()
  return (type) => {
    const known = made.get(type)
    if (known !== undefined) return known
    const definition = schema.types.find(({ name }) => name === type)
    const label = definition === undefined ? type : labelOf(definition)
    const colour = coloursOf(schema, new Set([type]))[type]
    const rows = [{ key: type, label, ...(colour === undefined ? {} : { colour }) }]
    made.set(type, rows)
    return rows
  }
}

export function statusLabel(status: (typeof statuses)[number]): string {
  const labels = { accepted: t('accepted'), suggested: t('suggested'), rejected: t('rejected') }
  return labels[status]
}

/** Names that are not in the list come last. */
function rank(names: readonly string[], name: string): number {
  const at = names.indexOf(name)
  return at < 0 ? names.length : at
}
