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
