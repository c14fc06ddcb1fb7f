/** UIMA JSON CAS 0.4: https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc */
import { casOfPage } from '../cas/page-cas.ts'
import { allowedXml } from '../file/xml.ts'
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { jsonCasReader } from './read.ts'
import { writeJsonCas } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: ['data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const jsonCas: Format = {
  name: 'json-cas',
  title: 'UIMA JSON CAS',
  purpose: 'INCEpTION and Python (cassis)',
  extension: '.json',
  files: 'page',
  unit: 'UTF-16',
  newlines: 'Kept as LF; a mention may be over one, a sentence ends there.',
  text: 'logical',
  holds,
  options: [],
  write: ({ versions }) => ({
    begin: () => [],
    page: (page, stem) => ({
      chunks: [
        {
          path: `${stem}.json`,
          // Other tools of UIMA may go on to XMI.
          content: writeJsonCas(casOfPage(page, { versions, shown: allowedXml })),
        },
      ],
      losses: lossesOf(page, holds),
    }),
    end: () => [],
  }),
  read: jsonCasReader,
}
