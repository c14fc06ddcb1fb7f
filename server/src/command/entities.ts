/** `biaozhu entities`. */
import { placedEntityList } from '../feature/lists/entity-list.ts'
import { entityTable } from '../feature/lists/entity-tables.ts'
import { listTable } from './list-table.ts'

export const entities = listTable({
  name: 'entities',
  summary: 'people, organisations, places, … over all pages, each once',
  description:
    'Lists each entity once: its type, its fullest name and its other names, and where it is mentioned.',
  examples: ['biaozhu entities seeds', 'biaozhu entities --format csv seeds > entities.csv'],
  list({ corpus }) {
    const records = placedEntityList(corpus)
    const shown = records.map(({ type, name, mentions, aliases }) => [
      type,
      name,
      String(mentions.length),
      aliases.join(' '),
    ])
    return {
      records,
      shown: [['TYPE', 'NAME', 'MENTIONS', 'ALSO'], ...shown],
      table: entityTable(
        records.map((record) => ({
          ...record,
          mentions: record.mentions.length,
          pages: [...new Set(record.mentions.map(({ page }) => page))],
        })),
      ),
    }
  },
})
