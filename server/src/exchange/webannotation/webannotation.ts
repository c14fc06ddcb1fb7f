/**
 * W3C Web Annotation, an `AnnotationPage` in JSON-LD for each page: https://www.w3.org/TR/annotation-model/
 * It holds everything that a sidecar holds: what the standard has no word for is in terms of our own.
 */
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { webAnnotationReader } from './read.ts'
import { writeAnnotationPage } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: ['data', 'records'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const webAnnotation: Format = {
  name: 'webannotation',
  title: 'Web Annotation',
  purpose: 'archives and the web: JSON-LD of the W3C',
  extension: '.jsonld',
  files: 'page',
  unit: 'code point',
  newlines: 'Positions count the text with LF newlines; a mention over one has it in its quote.',
  text: 'source',
  holds,
  options: [],
  write: ({ versions }) => ({
    begin: () => [],
    page: (page, stem) => ({
      chunks: [{ path: `${stem}.jsonld`, content: writeAnnotationPage(page, versions) }],
      losses: lossesOf(page, holds),
    }),
    end: () => [],
  }),
  read: webAnnotationReader,
}
