/** What corpus.json says. Every key is optional; unknown keys are kept and ignored. */
import { defaultSchema, type Schema } from '../../annotation/schema/schema.ts'
import type { PageData } from '../../page/model.ts'

export interface CorpusConfig {
  /** Shown to people; default: the folder's name. */
  readonly name?: string
  /** Globs of the pages, relative to the corpus root. Default: every `.txt` file. */
  readonly pages: readonly string[]
  /** Encoding of pages that are not UTF-8. Default: `gb18030`. */
  readonly encoding: string
  readonly newspaper?: string
  /**
   * A regular expression over the file name with named groups `year`, `month`, `day` and `page`,
   * each optional: `(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)-(?<page>\d+)`.
   */
  readonly fileNames?: string
  readonly annotator?: string
  /** What people annotate by: a file below the corpus root, or the name of a version. */
  readonly guidelines?: string
  /** The types of annotation. Default: those of the guidelines. */
  readonly schema: Schema
  /** Where the scans of the pages are, relative to the corpus root: `scans/{name}.jpg`. */
  readonly images?: string
  /** What people set of single pages, by path relative to the corpus root. */
  readonly pageData: Readonly<Record<string, PageData>>
}

/** One corpus as the loader found it: its root with what corpus.json or the setting says. */
export interface CorpusDefinition {
  /** Normal uri of the root folder. */
  readonly root: string
  readonly config: CorpusConfig
  /** Uri of corpus.json, `undefined` where the setting makes the folder a corpus. */
  readonly configUri: string | undefined
  readonly problems: readonly Problem[]
}

/** A mistake in corpus.json. */
export interface Problem {
  readonly uri: string
  /** UTF-16 offset in the file. */
  readonly offset: number
  /** Where it ends, on the same line; without it the end of the line. */
  readonly end?: number
  /** English, one sentence; one about a key begins with it. `{0}` stands for the first of `values`. */
  readonly message: string
  readonly values?: readonly string[]
}

const tooSlow = 'this expression takes too long over a file name and is not used.'

/** What is said of a corpus whose pattern of file names ran away over one of them. */
export const tooSlowFileNames = `"fileNames": ${tooSlow}`

/** The message of a problem in English, for people who read a log or a terminal. */
export function problemText({ message, values = [] }: Pick<Problem, 'message' | 'values'>): string {
  return message.replace(/\{(\d)\}/g, (mark, index) => values[Number(index)] ?? mark)
}

export const defaultConfig: CorpusConfig = {
  pages: ['**/*.txt'],
  encoding: 'gb18030',
  schema: defaultSchema,
  pageData: {},
}
