/** UIMA JSON CAS 0.4: https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc */
import { casOfPage } from './cas/page-cas.ts'
import type { Format } from './format.ts'
import { mentionParts, relationParts } from './holds.ts'
import { jsonCasReader } from './json-cas/read.ts'
import { writeJsonCas } from './json-cas/write.ts'
import { lossesOf } from './losses.ts'
import { allowedXml } from './xml.ts'

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
