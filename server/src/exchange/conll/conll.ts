/**
 * CoNLL-2002 and CoNLL-2003: a token a line with a tag for its place in a name, an empty line between two
 * sentences: https://www.cnts.ua.ac.be/conll2002/ner/
 */

import type { Format } from '../format/format.ts'
import { lossesOf } from '../format/losses.ts'
import { conllReader } from './read.ts'
import { writeConllPage } from './write.ts'

const holds = {
  mentions: [],
  relations: undefined,
  page: [],
  discontinuous: false,
  acrossLines: true,
  nested: false,
  crossing: false,
} as const

export const conll: Format = {
  name: 'conll',
  title: 'CoNLL',
  purpose: 'training of taggers: a character or word a line, with BIO tags',
  extension: '.conll',
  files: 'page',
  unit: 'token',
  newlines:
    'A newline ends a sentence, unless it stands inside a mention; white space is in no token.',
  text: 'logical',
  holds,
  options: [
    { name: 'tags', values: ['bio', 'bioes'], help: 'how the tags of a name begin' },
    { name: 'tokens', values: ['character', 'word'], help: 'what a line is' },
    { name: 'layout', values: ['2002', '2003'], help: 'two columns, or four with -DOCSTART-' },
  ],
  write: ({ words, options }) => ({
    begin: () => [],
    page(page, stem) {
      const { content, special } = writeConllPage(page, {
        bioes: options['tags'] === 'bioes',
        fourColumns: options['layout'] === '2003',
        words: options['tokens'] === 'word' ? words : undefined,
      })
      return {
        chunks: [{ path: `${stem}.conll`, content }],
        losses: lossesOf(page, holds, special),
      }
    },
    end: () => [],
  }),
  read: conllReader,
}
