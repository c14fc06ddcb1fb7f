/**
 * TEI P5: https://tei-c.org/guidelines/p5/
 * The text of the page is the text of one `div`, character by character.
 */

import { withXmlLosses } from '../file/xml-losses.ts'
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { teiReader } from './read.ts'
import { writeTei } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: ['data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  // As standoff they may; elements in the text may not.
  crossing: false,
} as const

export const tei: Format = {
  name: 'tei',
  title: 'TEI',
  purpose: 'digital editions in XML',
  extension: '.xml',
  files: 'page',
  unit: 'code point',
  newlines:
    'Kept as LF, with an lb behind each; an empty line ends a paragraph outside of mentions.',
  text: 'source',
  holds,
  options: [{ name: 'style', values: ['inline', 'standoff'], help: 'where the mentions stand' }],
  write: (context) => ({
    begin: () => [],
    page(page, stem) {
      const { content, special } = writeTei(page, context, context.options['style'] === 'standoff')
      return {
        chunks: [{ path: `${stem}.xml`, content }],
        losses: withXmlLosses(page, lossesOf(page, holds, special)),
      }
    },
    end: () => [],
  }),
  read: teiReader,
}
