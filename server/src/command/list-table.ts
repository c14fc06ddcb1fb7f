/** Commands that list what all pages together say, as a table in several forms. */
import type { PagesOfPaths } from '../corpus/paths/pages-of-paths.ts'
import { analyseAll } from './analyse-all.ts'
import { type Command, paths } from './command.ts'
import { say } from './listing.ts'
import { putTable, type TableOutput, tableMisuse, tableOptions } from './table-output.ts'

export interface TableListing
  extends Pick<Command, 'name' | 'summary' | 'description' | 'examples'> {
  list(pages: PagesOfPaths): TableOutput
}

export function listTable({ list, ...about }: TableListing): Command {
  return {
    ...about,
    operands: paths,
    options: tableOptions,
    async run(call, outside) {
      const misuse = tableMisuse(call, about.name)
      if (misuse !== undefined) {
        outside.error(misuse)
        return 2
      }
      const pages = await outside.pages(call.operands)
      say([...pages.notes, ...pages.errors], outside)
      analyseAll(pages.documents, outside)
      const uris = pages.documents.map(({ uri }) => uri)
      const status = await putTable(list(pages), call, outside, uris)
      return pages.errors.length === 0 ? status : 2
    },
  }
}
