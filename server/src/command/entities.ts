/** `biaozhu entities`. */
import { placedEntityList } from '../feature/lists/entity-list.ts'
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
      table: {
        title: '实体',
        columns: [
          { key: 'type', title: '类型', width: 14 },
          { key: 'name', title: '名称', width: 30 },
          { key: 'aliases', title: '别名', width: 30 },
          { key: 'mentions', title: '提及数', width: 8 },
          { key: 'pages', title: '页面', width: 40 },
          { key: 'id', title: '编号', width: 30 },
        ],
        rows: records.map(({ id, type, name, aliases, mentions }) => [
          type,
          name,
          aliases.join('、'),
          mentions.length,
          [...new Set(mentions.map(({ page }) => page))].join(' '),
          id,
        ]),
      },
    }
  },
})
