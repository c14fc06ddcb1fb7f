/**
 * PubAnnotation JSON, one document for each page: https://www.pubannotation.org/docs/annotation-format/
 * All that is said of a mention or a relation is an attribute of it.
 */

import { jsonLine } from '../file/json-lines.ts'
import type { Format } from '../format/format.ts'
import { lossesOf } from '../format/losses.ts'
import { pubAnnotationDocument, saidParts } from './document.ts'

const holds = {
  mentions: [...saidParts, 'id', 'entity', 'reading'],
  relations: [...saidParts, 'id'],
  page: [],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const pubAnnotation: Format = {
  name: 'pubannotation',
  title: 'PubAnnotation',
  purpose: 'PubAnnotation and TextAE',
  extension: '.json',
  files: 'page',
  unit: 'code point',
  newlines: 'The text is written with LF newlines, and a denotation may be over one.',
  text: 'source',
  holds,
  options: [],
  write: () => ({
    begin: () => [],
    page: (page, stem) => ({
      chunks: [{ path: `${stem}.json`, content: jsonLine(pubAnnotationDocument(page)) }],
      losses: lossesOf(page, holds),
    }),
    end: () => [],
  }),
  read: undefined,
}
