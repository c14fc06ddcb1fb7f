/** Commands that read pages and list something of them. */
import type { PagesOfPaths } from '../corpus/paths/pages-of-paths.ts'
import { analyseAll } from './analyse-all.ts'
import { type Command, paths } from './command.ts'
import { type Listing, printListing, say, tableFormat } from './listing.ts'

export interface PageListing
  extends Pick<Command, 'name' | 'summary' | 'description' | 'examples'> {
  list(pages: PagesOfPaths): Listing
}

export function listPages({ list, ...about }: PageListing): Command {
  return {
    ...about,
    operands: paths,
    options: [tableFormat],
    async run({ options, operands }, outside) {
      const pages = await outside.pages(operands)
      say([...pages.notes, ...pages.errors], outside)
      analyseAll(pages.documents, outside)
      printListing(list(pages), options.get('format'), outside)
      return pages.errors.length === 0 ? 0 : 2
    },
  }
}
