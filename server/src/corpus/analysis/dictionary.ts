/** Where the segmenter's dictionaries are. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DictionaryPaths } from '../../words/jieba.ts'

/**
 * The dictionaries in `dir`, as the build writes them to `dist/dict/`. Throws when one is missing,
 * since cppjieba would end the process without a word.
 */
export function dictionaryPaths(dir: string): DictionaryPaths {
  const path = (name: string): string => {
    const file = join(dir, name)
    if (!existsSync(file)) throw new Error(`A dictionary of the segmenter is missing: ${file}`)
    return file
  }
  return {
    dict: path('jieba.dict.utf8'),
    hmm: path('hmm_model.utf8'),
    user: path('user.dict.utf8'),
    idf: path('idf.utf8'),
    stopWords: path('stop_words.utf8'),
  }
}
