/** Reads the word lists and the tagger's model of `server/lexicon/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readModel, type TaggerModel } from '../../recognition/learned/model.ts'
import type { Lexicon } from '../../recognition/reading/lexicon.ts'

/**
 * Every `.txt` file in `dir`: one entry a line, `#` begins a comment line (source and licence stand
 * on top). Throws when the folder cannot be read.
 */
export function loadLexicon(dir: string): Lexicon {
  const words = new Map<string, ReadonlySet<string>>()
  for (const file of readdirSync(dir)) {
    if (!file.endsWith('.txt')) continue
    words.set(basename(file, '.txt'), parseWordList(readFileSync(join(dir, file), 'utf8')))
  }
  return { words }
}

/** The model in `dir`. Throws when there is none, or none of this version. */
export function loadTaggerModel(dir: string): TaggerModel {
  const file = join(dir, 'model', 'tagger.bin')
  const model = readModel(readFileSync(file))
  if (model === undefined) throw new Error(`not a model of this version: ${file}`)
  return model
}

/** Entries of one list, in order, without comments and empty lines. */
export function parseWordList(text: string): ReadonlySet<string> {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))
}
