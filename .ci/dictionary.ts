/** Writes the segmenter's dictionaries: jieba's own, cut to the words that pages use. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** jieba's dictionary is MIT licensed; half of its 349,000 words have a frequency below this. */
const leastFrequency = 5

const source = fileURLToPath(
  new URL('../node_modules/nodejieba/submodules/cppjieba/dict/', import.meta.url),
)

/**
 * Writes the files that `corpus/dictionary.ts` names to `outDir`, which is made when missing. The
 * weights for keyword extraction and the stop words are never asked for: one line each is enough.
 * Words of a frequency below `least` are left out.
 */
export function writeDictionary(outDir: string, least: number = leastFrequency): void {
  mkdirSync(outDir, { recursive: true })
  const words = readFileSync(`${source}jieba.dict.utf8`, 'utf8').split('\n')
  const kept = words.filter((line) => Number(line.split(' ')[1]) >= least)
  writeFileSync(`${outDir}/jieba.dict.utf8`, `${kept.join('\n')}\n`)
  copyFileSync(`${source}hmm_model.utf8`, `${outDir}/hmm_model.utf8`)
  writeFileSync(`${outDir}/user.dict.utf8`, '')
  writeFileSync(`${outDir}/idf.utf8`, '的 1\n')
  writeFileSync(`${outDir}/stop_words.utf8`, '的\n')
}
