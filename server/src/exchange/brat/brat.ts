/**
 * Brat standoff, as the annotation tool brat reads it: https://brat.nlplab.org/standoff.html
 * What brat has no line for stands in one comment of the type `Biaozhu` for each annotation, as JSON.
 */

import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { bratReader } from './read.ts'
import { bratSettings } from './settings.ts'
import { writeBratPage } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: [],
  discontinuous: true,
  acrossLines: false,
  nested: true,
  crossing: true,
} as const

export const brat: Format = {
  name: 'brat',
  title: 'brat',
  purpose: 'brat and tools that read its standoff files',
  extension: '.ann',
  files: 'page',
  unit: 'code point',
  newlines:
    'The text is written with LF newlines; a mention over one has a fragment for each line.',
  text: 'source',
  holds,
  options: [],
  write: ({ schema }) => ({
    begin: () => bratSettings(schema),
    page(page, stem) {
      const { content, special } = writeBratPage(page, schema)
      return {
        chunks: [
          { path: `${stem}.txt`, content: page.text },
          { path: `${stem}.ann`, content },
        ],
        losses: lossesOf(page, holds, special),
      }
    },
    end: () => [],
  }),
  read: bratReader,
}
