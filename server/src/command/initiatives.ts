/** `biaozhu initiatives`. */
import type { Table } from '../exchange/list-table.ts'
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
    return { records, shown: [headings, ...shown], table: tableOf(records) }
  },
})

function pagesOf({ mentions }: InitiativeRecord): readonly string[] {
  return [...new Set(mentions.map(({ page }) => page))]
}

function tableOf(records: readonly InitiativeRecord[]): Table {
  return {
    title: '举措',
    columns: [
      { key: 'name', title: '名称', width: 30 },
      { key: 'aliases', title: '别名', width: 30 },
      { key: 'kind', title: '种类', width: 12 },
      { key: 'owner', title: '主办', width: 24 },
      { key: 'place', title: '地点', width: 14 },
      { key: 'since', title: '起始', width: 14 },
      { key: 'targets', title: '对象', width: 24 },
      { key: 'figures', title: '数据', width: 30 },
      { key: 'status', title: '状态', width: 10 },
      { key: 'mentions', title: '提及数', width: 8 },
      { key: 'pages', title: '页面', width: 40 },
      { key: 'id', title: '编号', width: 30 },
    ],
    rows: records.map((record) => [
      record.name,
      record.aliases.join('、'),
      record.kind,
      record.owner ?? undefined,
      record.place ?? undefined,
      record.since ?? undefined,
      record.targets.join('、'),
      record.figures.map(({ value, of }) => (of === '' ? value : `${value}(${of})`)).join('、'),
      record.status,
      record.mentions.length,
      pagesOf(record).join(' '),
      record.id,
    ]),
  }
}
