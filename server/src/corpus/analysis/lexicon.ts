/** Reads the word lists, the pattern tables and the tagger's model of `server/lexicon/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  type ModelParts,
  readModelParts,
  type TaggerModel,
  taggerModelOf,
} from '../../recognition/spans/tagger-model.ts'
import { emptyLexicon, type Lexicon } from '../../values/lexicon.ts'
import { messageOf } from '../../values/message-of.ts'

/** The word lists in `dir` and the pattern tables in `dir/patterns`. Throws when a folder cannot be read. */
export function loadLexicon(dir: string): Lexicon {
  return {
    words: readTexts(dir, parseWordList),
    patterns: readTexts(join(dir, 'patterns'), parsePatterns),
    models: new Map(['facts'].flatMap((name) => readModelFile(dir, name))),
  }
}

/** None where the file is not there: what it would find is not found then. */
function readModelFile(dir: string, name: string): readonly (readonly [string, Uint8Array])[] {
  const file = join(dir, 'model', `${name}.bin`)
  return existsSync(file) ? [[name, new Uint8Array(readFileSync(file))]] : []
}

/** The same; where it cannot be read, an empty one, and `warn` hears why. */
export function lexiconOrEmpty(dir: string, warn: (message: string) => void): Lexicon {
  try {
    return loadLexicon(dir)
  } catch (error) {
    const reason = messageOf(error)
    warn(`The word lists cannot be read, fewer names are found: ${reason}`)
    return emptyLexicon
  }
}

/** The `.txt` files of a folder by their names without extension. */
function readTexts<Value>(dir: string, parse: (text: string) => Value): ReadonlyMap<string, Value> {
  const files = readdirSync(dir).filter((file) => file.endsWith('.txt'))
  return new Map(
    files.map((file) => [basename(file, '.txt'), parse(readFileSync(join(dir, file), 'utf8'))]),
  )
}

/** The model in `dir`. Throws when there is none, or none of this version. */
export function loadTaggerModel(dir: string): TaggerModel {
  return taggerModelOf(loadModelParts(dir).parts)
}

/** The same as rows, with the bytes of its file. Throws as well. */
export function loadModelParts(dir: string): {
  readonly bytes: Uint8Array
  readonly parts: ModelParts
} {
  const file = join(dir, 'model', 'tagger.bin')
  const bytes = new Uint8Array(readFileSync(file))
  const parts = readModelParts(bytes)
  if (parts === undefined) throw new Error(`not a model of this version: ${file}`)
  return { bytes, parts }
}

/**
 * Entries of one list, in order: one a line. Empty lines and those that begin with `#` are left out (source and
 * licence stand on top).
 */
export function parseWordList(text: string): ReadonlySet<string> {
  return new Set(contentLines(text).map((line) => line.trim()))
}

/**
 * The patterns of one table, in order: `name = pattern`, without the blanks around it. A line that begins with a blank
 * goes on with the pattern above it. Comments are as in word lists.
 */
export function parsePatterns(text: string): ReadonlyMap<string, string> {
  const patterns = new Map<string, string>()
  let last = ''
  for (const line of contentLines(text)) {
    const [, name, source] = /^([a-z]\w*) *= *(.*)$/.exec(line) ?? []
    if (name !== undefined) last = name
    patterns.set(
      last,
      (name === undefined ? (patterns.get(last) ?? '') : '') + (source ?? line).trim(),
    )
  }
  return patterns
}

function contentLines(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
}
