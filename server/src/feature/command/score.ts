/** `biaozhu score`. */
import { defaultSchema } from '../../annotation/schema.ts'
import { articleParts } from '../score-articles.ts'
import { scorePages } from '../score-command.ts'
import { type Command, paths } from './command.ts'
import { printListing, say, tableFormat } from './listing.ts'

const scored = new Set([...defaultSchema.types.map(({ name }) => name), ...articleParts])

export const score: Command = {
  name: 'score',
  summary: 'how well what is found agrees with what people marked',
  description:
    'Compares what is found on pages that people marked (⟦name|Type⟧) with their marks: precision, recall ' +
    'and F1 by type, of exact spans and of spans that overlap. With --articles it compares the articles of ' +
    'the pages with a list of them.',
  operands: paths,
  options: [
    {
      name: 'errors',
      value: 'TYPE',
      isValue: (text) => scored.has(text),
      summary: 'What differs instead of the figures, of one type (part of an article) or of all.',
    },
    { name: 'articles', value: 'LIST.json', summary: 'The list of articles to compare with.' },
    tableFormat,
  ],
  examples: [
    'biaozhu score test/gold',
    'biaozhu score --errors Person test/gold',
    'biaozhu score --articles articles.json --errors byline pages',
  ],
  async run({ options, operands }, outside) {
    const pages = await outside.pages(operands)
    say([...pages.notes, ...pages.errors], outside)
    const path = options.get('articles')
    const articles = path === undefined ? undefined : await outside.read(path)
    if (path !== undefined && articles === undefined) {
      say([`cannot read ${path}`], outside)
      return 2
    }
    const errors = options.get('errors')
    const answer = scorePages(pages, await outside.analyser(), { errors, articles })
    say([...answer.notes, ...answer.errors], outside)
    if (answer.errors.length > 0) return 2
    printListing(answer.listing, options.get('format'), outside)
    return pages.errors.length === 0 ? 0 : 2
  },
}
