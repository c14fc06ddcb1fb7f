/**
 * UIMA CAS XMI, as INCEpTION and other tools of UIMA read it: https://uima.apache.org/
 * Beside the pages stand the type system, and the layers for the import into a project of INCEpTION.
 */
import { layersFile } from '../cas/layers.ts'
import { casOfPage } from '../cas/page-cas.ts'
import { typeSystemXml } from '../cas/type-system-xml.ts'
import { allowedXml } from '../file/xml.ts'
import { withXmlLosses } from '../file/xml-losses.ts'
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { xmiReader } from './read.ts'
import { writeXmi } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: ['data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const xmi: Format = {
  name: 'xmi',
  title: 'UIMA CAS XMI',
  purpose: 'INCEpTION, WebAnno and other tools of UIMA',
  extension: '.xmi',
  files: 'page',
  unit: 'UTF-16',
  newlines: 'Kept as LF; a mention may be over one, a sentence ends there.',
  text: 'logical',
  holds,
  options: [],
  write: ({ versions, schema }) => ({
    begin: () => [
      { path: 'TypeSystem.xml', content: typeSystemXml() },
      { path: 'layers.json', content: layersFile(schema) },
    ],
    page(page, stem) {
      const cas = casOfPage(page, { versions, shown: allowedXml })
      return {
        chunks: [{ path: `${stem}.xmi`, content: writeXmi(cas) }],
        losses: withXmlLosses(page, lossesOf(page, holds)),
      }
    },
    end: () => [],
  }),
  read: xmiReader,
}
