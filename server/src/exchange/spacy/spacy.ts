/**
 * SpaCy's JSON of documents, a list of what `Doc.from_json` takes: https://spacy.io/api/doc#from_json
 * From it comes the DocBin of `spacy train`: `DocBin(docs=[Doc(nlp.vocab).from_json(each) for each in json.load(file)])`.
 * `ents` has what does not overlap, the span group `sc` has all.
 */

import { lineJson } from '../file/json-lines.ts'
import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { isWritable, lossesOf, type MentionLosses } from '../format/losses.ts'
import type { ExchangePage } from '../format/model.ts'
import { flatMentions } from '../our-page/flat.ts'
import { splitPieces } from '../our-page/single-spans.ts'
import { trimmedPage } from '../our-page/trimmed.ts'
import { spacyDocument } from './document.ts'

const holds = {
  mentions: ['id', 'entity'],
  relations: undefined,
  page: ['data'],
  discontinuous: false,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const spacy: Format = {
  name: 'spacy',
  title: 'spaCy',
  purpose: 'training with spaCy in Python',
  extension: '.json',
  files: 'all',
  unit: 'code point',
  newlines:
    'The text is written with LF newlines; white space that is more than a space is a token.',
  text: 'source',
  holds,
  options: [{ name: 'tokens', values: ['character', 'word'], help: 'what a token is' }],
  write({ title, words, options }) {
    const path = `${safeName(title)}.spacy.json`
    let opening = '[\n'
    return {
      begin: () => [],
      page(page) {
        const { page: trimmed, special } = trimmedPage(page)
        const written = { ...trimmed, mentions: trimmed.mentions.filter(isWritten) }
        const flat = flatMentions(written, holds).kept.map(({ mention }) => mention)
        const wanted = options['tokens'] === 'word' ? words : undefined
        const content = `${opening}${lineJson(spacyDocument(written, flat, wanted))}`
        opening = ',\n'
        return {
          chunks: [{ path, content }],
          losses: lossesOf(page, holds, both(special, written)),
        }
      },
      end: () => [{ path, content: opening === '[\n' ? '[]\n' : '\n]\n' }],
    }
  },
  read: undefined,
}

function isWritten(mention: ExchangePage['mentions'][number]): boolean {
  return isWritable(mention, holds)
}

/** Mentions in pieces, in `page`, are written as several; what was trimmed is written as it is there. */
function both(trimmed: MentionLosses, page: ExchangePage): MentionLosses {
  return new Map([...trimmed, ...splitPieces(page, holds)])
}
