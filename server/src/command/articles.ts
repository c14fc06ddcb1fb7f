/** `biaozhu articles`. */
import { articleList } from '../feature/lists/article-list.ts'
import { listPages } from './list-pages.ts'

export const articles = listPages({
  name: 'articles',
  summary: 'the articles of each page with title and authors',
  description: 'Lists the articles of the pages. Photos with a title are no articles.',
  examples: ['biaozhu articles seeds', 'biaozhu articles --format jsonl seeds'],
  list({ documents }) {
    const records = articleList(documents)
    const rows = records.map(({ page, start, end, headline, title, byline }) => [
      page,
      `${start}-${end}`,
      byline.join(' '),
      headline ?? title,
    ])
    return { records, rows: [['PAGE', 'PLACE', 'BYLINE', 'HEADLINE'], ...rows] }
  },
})
