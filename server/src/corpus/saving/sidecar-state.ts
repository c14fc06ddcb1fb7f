/** What is known of the sidecar of one page while it is kept up. */
import type { StoredPage } from '../snapshot/model.ts'
import type { KeptFile } from './kept-file.ts'
import {
  headerOfText,
  isText,
  type KnownText,
  noText,
  type PrintedSidecar,
} from './sidecar-text.ts'

export interface State {
  readonly file: KeptFile
  /** What it said as it was read or written last. */
  disk: KnownText
  /** Hash of the text of the page in which its records were placed, until the page has another one. */
  placedIn: string | undefined
  /** Set while a text is written, and when that has failed: it may be there all the same. */
  tried: PrintedSidecar | undefined
  /** Hash of the text of the page that our editor wrote last. */
  followed: string | undefined
  /** The page as it was confirmed last, where it is taken away before that is written. */
  confirmed: StoredPage | undefined
}

/** Of a page of which nothing is known yet. */
export function newState(file: KeptFile): State {
  return {
    file,
    disk: noText,
    placedIn: undefined,
    tried: undefined,
    followed: undefined,
    confirmed: undefined,
  }
}

/** Whether a text of the file is what we have read or written. */
export function isOurs({ disk, tried }: State, text: string): boolean {
  return isText(disk, text) || tried?.says(text) === true
}

/** Whether the file's text describes the very page of now, given by its hash, and was placed in another one. */
export function knowsBetter(
  { file, followed, placedIn }: State,
  text: string,
  sha256: string | undefined,
): boolean {
  if (file.isDirty || sha256 === undefined || sha256 === placedIn || sha256 === followed)
    return false
  return headerOfText(text)?.sha256 === sha256
}
