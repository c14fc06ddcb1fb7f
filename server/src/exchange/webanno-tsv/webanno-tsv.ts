/**
 * WebAnno TSV 3.3, as WebAnno and INCEpTION write it: https://inception-project.github.io/
 * Beside the pages stand the layers, which a project must have before it imports them.
 */
import { layersFile } from '../cas/layers.ts'
import { casOfPage } from '../cas/page-cas.ts'
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { trimmedPage } from '../our-page/trimmed.ts'
import { shownTsv } from './escape.ts'
import { webAnnoTsvReader } from './read.ts'
import { writeTsv } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: [],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const webAnnoTsv: Format = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV',
  purpose: 'INCEpTION and WebAnno: a table of tokens',
  extension: '.tsv',
  files: 'page',
  unit: 'UTF-16',
  newlines:
    'White space between sentences is not in the file; import takes that of the page, else a newline and spaces.',
  text: 'logical',
  holds,
  options: [],
  write: ({ versions, schema }) => ({
    begin: () => [{ path: 'layers.json', content: layersFile(schema) }],
    page(page, stem) {
      const trimmed = trimmedPage(page)
      const cas = casOfPage(trimmed.page, { versions, shown: shownTsv })
      return {
        chunks: [{ path: `${stem}.tsv`, content: writeTsv(cas) }],
        losses: lossesOf(page, holds, trimmed.special),
      }
    },
    end: () => [],
  }),
  read: webAnnoTsvReader,
}
