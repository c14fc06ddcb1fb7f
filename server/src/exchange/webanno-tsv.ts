/**
 * WebAnno TSV 3.3, as WebAnno and INCEpTION write it: https://inception-project.github.io/
 * Beside the pages stand the layers, which a project must have before it imports them.
 */
import { layersFile } from './cas/layers.ts'
import { casOfPage } from './cas/page-cas.ts'
import type { Format } from './format.ts'
import { mentionParts, relationParts } from './holds.ts'
import { lossesOf } from './losses.ts'
import { shownTsv } from './webanno-tsv/escape.ts'
import { webAnnoTsvReader } from './webanno-tsv/read.ts'
import { trimmedPage } from './webanno-tsv/trimmed.ts'
import { writeTsv } from './webanno-tsv/write.ts'

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
