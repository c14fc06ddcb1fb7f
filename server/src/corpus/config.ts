/** What corpus.json says. Every key is optional; unknown keys are kept and ignored. */
import type { PageData } from '../page/model.ts'

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
  /** English, one sentence. */
  readonly message: string
}

export const defaultConfig: CorpusConfig = {
  pages: ['**/*.txt'],
  encoding: 'gb18030',
  pageData: {},
}
