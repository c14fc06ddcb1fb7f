/**
 * JSONL of doccano for sequence labelling and relations, one line a page:
 * https://github.com/doccano/doccano/tree/master/backend/data_import/pipeline
 * A project must allow overlapping spans, else doccano leaves out one of two that overlap without a word.
 */

import { jsonLine } from '../file/json-lines.ts'
import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { lossesOf } from '../format/losses.ts'
import { splitPieces } from '../our-page/single-spans.ts'
import { doccanoReader } from './read.ts'
import { doccanoPage } from './write.ts'

const holds = {
  mentions: [],
  relations: [],
  page: ['data'],
  discontinuous: false,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const doccano: Format = {
  name: 'doccano',
  title: 'doccano',
  purpose: 'datasets of doccano',
  extension: '.jsonl',
  files: 'all',
  unit: 'code point',
  newlines: 'The text is written with LF newlines, and a mention may be over one.',
  text: 'source',
  holds,
  options: [],
  write: ({ title }) => {
    const path = `${safeName(title)}.doccano.jsonl`
    return {
      begin: () => [{ path, content: '' }],
      page: (page) => ({
        chunks: [{ path, content: jsonLine(doccanoPage(page, holds)) }],
        losses: lossesOf(page, holds, splitPieces(page, holds)),
      }),
      end: () => [],
    }
  },
  read: doccanoReader,
}
