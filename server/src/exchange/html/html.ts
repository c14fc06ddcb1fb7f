/**
 * A report to read and to print: all pages in one HTML file with marks, cards of initiatives and an index. It needs
 * no other file, no network and no script.
 */

import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { lossesOf } from '../format/losses.ts'
import { EntityIndex } from '../report/index-entries.ts'
import { schemaLabels } from '../report/labels.ts'
import { htmlClosing, htmlOpening } from './frame.ts'
import { htmlPage } from './page.ts'
import { typeClasses } from './style.ts'

const holds = {
  mentions: [
    ...(['status', 'confidence', 'source', 'attributes', 'note', 'unsure', 'entity'] as const),
    ...(['reading', 'who', 'when'] as const),
  ],
  relations: ['status', 'attributes', 'note', 'unsure'],
  page: ['articles', 'data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const html: Format = {
  name: 'html',
  title: 'HTML',
  purpose: 'reading in a browser, printing, opening in Word',
  extension: '.html',
  files: 'all',
  unit: 'none',
  newlines: 'A line of the logical text is a paragraph.',
  text: 'logical',
  holds,
  links: true,
  options: [],
  write(context) {
    const path = `${safeName(context.title)}.html`
    const look = { labels: schemaLabels(context.schema), classOf: typeClasses(context.schema) }
    const index = new EntityIndex(context)
    const numbers = new Map(context.pages.map((page, i) => [page, i + 1]))
    return {
      begin: () => [{ path, content: htmlOpening(context, look) }],
      page(page) {
        const number = numbers.get(page.path) ?? 0
        index.add(page, number)
        return {
          chunks: [{ path, content: htmlPage(page, number, look) }],
          losses: lossesOf(page, holds),
        }
      },
      end: () => [{ path, content: htmlClosing(context, index, look) }],
    }
  },
  read: undefined,
}
