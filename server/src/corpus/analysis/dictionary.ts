/** Where the segmenter's dictionaries are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DictionaryTexts } from '../../words/segmenter.ts'

/** Names of the files, as the build writes them to `dist/dict/`. */
export const dictionaryFiles = { words: 'jieba.dict.utf8', hmm: 'hmm_model.utf8' } as const

/** The dictionaries in `dir`; throws when one is missing. */
export function readDictionaries(dir: string): DictionaryTexts {
  const read = (name: string): string => readFileSync(join(dir, name), 'utf8')
  return { words: read(dictionaryFiles.words), hmm: read(dictionaryFiles.hmm) }
}
