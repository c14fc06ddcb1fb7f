/** `biaozhu initiatives`. */
import { initiativeList } from '../feature/lists/initiative-list.ts'
import { listPages } from './list-pages.ts'

export const initiatives = listPages({
  name: 'initiatives',
  summary: 'programmes, campaigns, competitions, … over all pages',
  description: 'Lists each initiative once, with its other names and where it is mentioned.',
  examples: ['biaozhu initiatives seeds', 'biaozhu initiatives --format jsonl seeds'],
  list({ corpus }) {
    const records = initiativeList(corpus)
    const rows = records.map(({ name, aliases, mentions }) => [
      name,
      String(mentions.length),
      [...new Set(mentions.map(({ page }) => page))].join(' '),
      aliases.join(' '),
    ])
    return { records, rows: [['NAME', 'MENTIONS', 'PAGES', 'ALSO'], ...rows] }
  },
})
