/** The shipped word lists and patterns. */
import { fileURLToPath } from 'node:url'
import { loadLexicon } from '../server/src/corpus/analysis/lexicon.ts'

export const lexiconFolder = fileURLToPath(new URL('../server/lexicon', import.meta.url))

export const lexicon = loadLexicon(lexiconFolder)
