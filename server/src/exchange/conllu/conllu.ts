/**
 * CoNLL-U: https://universaldependencies.org/format.html
 * Mentions are the `Entity` brackets of CorefUD, each an entity of its own, what else is said of them in `other`.
 * There is no syntax: columns that would hold it are empty, which is level 1 of UD's validator.
 */

import type { Format } from '../format/format.ts'
import { mentionParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { conlluReader } from './read.ts'
import { writeConlluPage } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: undefined,
  page: ['data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const conllu: Format = {
  name: 'conllu',
  title: 'CoNLL-U',
  purpose: 'tools of Universal Dependencies: sentences and words',
  extension: '.conllu',
  files: 'page',
  unit: 'token',
  newlines:
    'A newline ends a sentence, unless it stands inside a mention; white space is written as SpacesAfter.',
  text: 'logical',
  holds,
  options: [{ name: 'tokens', values: ['word', 'character'], help: 'what a line is' }],
  write: ({ words, options }) => ({
    begin: () => [],
    page(page, stem) {
      const { content, special } = writeConlluPage(
        page,
        options['tokens'] === 'character' ? undefined : words,
      )
      return {
        chunks: [{ path: `${stem}.conllu`, content }],
        losses: lossesOf(page, holds, special),
      }
    },
    end: () => [],
  }),
  read: conlluReader,
}
