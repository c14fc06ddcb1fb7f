/** `biaozhu initiatives`. */
import { type InitiativeRow, initiativeTable } from '../feature/lists/entity-tables.ts'
import { type InitiativeRecord, initiativeList } from '../feature/lists/initiative-list.ts'
import { listTable } from './list-table.ts'

export const initiatives = listTable({
  name: 'initiatives',
  summary: 'programmes, campaigns, competitions, … over all pages',
  description:
    'Lists each initiative once: its names and kind, who runs it, where, since when, for whom, with which figures, and where ' +
    'it is mentioned. JSON lines have each fact with the words that say it, its value, its page and its place.',
  examples: [
    'biaozhu initiatives seeds',
    'biaozhu initiatives --format jsonl seeds',
    'biaozhu initiatives --format xlsx --out initiatives.xlsx seeds',
  ],
  list({ corpus }) {
    const records = initiativeList(corpus)
    const shown = records.map((record) => [
      record.name,
      record.kind,
      record.owner ?? '',
      record.place ?? '',
      record.since ?? '',
      String(record.mentions.length),
      pagesOf(record).join(' '),
      record.aliases.join(' '),
    ])
    const headings = ['NAME', 'KIND', 'OWNER', 'PLACE', 'SINCE', 'MENTIONS', 'PAGES', 'ALSO']
    return { records, shown: [headings, ...shown], table: initiativeTable(records.map(rowOf)) }
  },
})

function pagesOf({ mentions }: InitiativeRecord): readonly string[] {
  return [...new Set(mentions.map(({ page }) => page))]
}

function rowOf(record: InitiativeRecord): InitiativeRow {
  const { owner, place, since, figures, mentions } = record
  return {
    ...record,
    // An initiative by definition; the column is not shown.
    type: 'Initiative',
    owner: owner ?? undefined,
    place: place ?? undefined,
    since: since ?? undefined,
    figures: figures.map(({ value, of }) => (of === '' ? value : `${value}(${of})`)),
    mentions: mentions.length,
    pages: pagesOf(record),
  }
}
