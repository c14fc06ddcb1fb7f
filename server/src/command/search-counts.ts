/** How often something was found, by what. */
import type { SearchRecord } from '../feature/search/records.ts'
import words from '../feature/search/table-words.json' with { type: 'json' }
import type { TableOutput } from './table-output.ts'

/** `by` is `year` or a key of records: `type`, `entity`, `owner`, `page`, `text`. The most first. */
export function countOutput(records: Iterable<SearchRecord>, by: string): TableOutput {
  const counts = new Map<string | null, { count: number; pages: Set<string> }>()
  for (const record of records) {
    const key = keyOf(record, by)
    const row = counts.get(key) ?? { count: 0, pages: new Set() }
    counts.set(key, row)
    row.count++
    row.pages.add(record.page)
  }
  const rows = [...counts]
    .map(([key, { count, pages }]) => ({ [by]: key, count, pages: pages.size, key }))
    .sort((a, b) => b.count - a.count || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
  return {
    records: rows.map(({ key: _key, ...record }) => record),
    shown: [
      [by.toUpperCase(), 'COUNT', 'PAGES'],
      ...rows.map(({ key, count, pages }) => [key ?? '–', String(count), String(pages)]),
    ],
    table: {
      title: words.title,
      columns: [
        { key: by, title: titles.get(by) ?? by, width: 30 },
        { key: 'count', title: words.counts.count, width: 10 },
        { key: 'pages', title: words.counts.pages, width: 10 },
      ],
      rows: rows.map(({ key, count, pages }) => [key ?? undefined, count, pages]),
    },
  }
}

function keyOf({ date, ...record }: SearchRecord, by: string): string | null {
  if (by === 'year') return date?.slice(0, 4) ?? null
  if (by === 'type' || by === 'entity' || by === 'owner' || by === 'page') return record[by]
  return record.text
}

const titles: ReadonlyMap<string, string> = new Map(Object.entries(words.counts))
