/** The segmenter of the tests: the cut dictionaries, made once and kept under node_modules. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeDictionary } from '../../.ci/dictionary.ts'
import { dictionaryPaths } from '../../server/src/corpus/analysis/dictionary.ts'
import { createCutter } from '../../server/src/words/jieba.ts'
import type { Segmenter } from '../../server/src/words/word.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/biaozhu-dict', import.meta.url))

function dictionaryDir(): string {
  if (existsSync(cache)) return cache
  // Written beside and renamed, so that a run that was stopped leaves no half dictionary.
  const draft = `${cache}.${process.pid}`
  writeDictionary(draft)
  if (existsSync(cache)) rmSync(draft, { recursive: true })
  else renameSync(draft, cache)
  return cache
}

export const segment: Segmenter = createCutter(dictionaryPaths(dictionaryDir()))
