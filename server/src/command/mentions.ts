/** `biaozhu mentions`. */

import { mentionList } from '../feature/lists/mention-list.ts'
import { cutToWidth } from '../text/columns.ts'
import { listPages } from './list-pages.ts'
import { titleWidth } from './listing.ts'

export const mentions = listPages({
  name: 'mentions',
  summary: 'people, organisations, places, dates, initiatives, …',
  description:
    'Lists what the pages mention, by page and position, with the headline of the article.',
  examples: [
    'biaozhu mentions seeds',
    'biaozhu mentions --format jsonl seeds/000_43f4299937225fbf.txt',
    `biaozhu mentions --format jsonl seeds | grep '"type":"Person"'`,
  ],
  list({ corpus, documents }) {
    const records = mentionList(corpus, documents)
    const rows = records.map(({ page, start, end, type, text, status, article }) => [
      page,
      `${start}-${end}`,
      type,
      text,
      status,
      cutToWidth(article ?? '', titleWidth),
    ])
    return { records, rows: [['PAGE', 'PLACE', 'TYPE', 'TEXT', 'STATUS', 'ARTICLE'], ...rows] }
  },
})
