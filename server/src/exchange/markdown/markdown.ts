/** Markdown to read, one file for each page, and one that lists pages and initiatives. */

import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { lossesOf } from '../format/losses.ts'
import { schemaLabels } from '../report/labels.ts'
import { escapeMarkdown } from './escape.ts'
import { pathToRelativeUrl } from './link.ts'
import { markdownPage } from './page.ts'

const holds = {
  mentions: ['status', 'attributes', 'note', 'unsure', 'reading'],
  relations: ['status', 'attributes', 'note'],
  page: ['articles', 'data'],
  discontinuous: false,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const markdown: Format = {
  name: 'markdown',
  title: 'Markdown',
  purpose: 'notes and reports: Obsidian, GitHub, Pandoc to Word',
  extension: '.md',
  files: 'page',
  unit: 'none',
  newlines: 'A line of the logical text is a paragraph.',
  text: 'logical',
  holds,
  links: true,
  options: [],
  write({ title, schema, initiatives }) {
    const labels = schemaLabels(schema)
    const overview = `${safeName(title)}.index.md`
    /** Links to pages by their paths. */
    const links = new Map<string, string>()
    return {
      begin: () => [{ path: overview, content: `# ${escapeMarkdown(title)}\n\n## 版面 Pages\n\n` }],
      page(page, stem) {
        const link = `[${escapeMarkdown(page.path)}](${pathToRelativeUrl(`${stem}.md`)})`
        links.set(page.path, link)
        return {
          chunks: [
            { path: `${stem}.md`, content: markdownPage(page, labels) },
            { path: overview, content: `- ${link}\n` },
          ],
          losses: lossesOf(page, holds),
        }
      },
      end() {
        const rows = initiatives.map(({ name, kind, owner = '', place = '', mentions, pages }) =>
          [name, kind, owner, place, String(mentions)]
            .map(escapeMarkdown)
            .concat(pages.map((path) => links.get(path) ?? escapeMarkdown(path)).join(' ')),
        )
        const head = [
          ['举措 Initiative', '种类', '主办', '地点', '提及', '版面'],
          Array(6).fill('---'),
        ]
        const table = [...head, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
        return rows.length === 0
          ? []
          : [{ path: overview, content: `\n## 举措 Initiatives\n\n${table}` }]
      },
    }
  },
  read: undefined,
}
