/** Which page of ours a page of a file is: by its path, its name, or its text. */

import { textHash } from '../../annotation/record/selectors.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { fileName } from '../../corpus/snapshot/page-data.ts'
import { pageStem } from '../../disk/sidecar-names.ts'
import { safeName } from '../../exchange/file/safe-path.ts'
import { textWithoutBlanks } from '../../exchange/our-page/blanks.ts'
import { t, type Wording } from '../../text/wording.ts'
import { asciiKey, nameKey, namesBefore } from './page-names.ts'

export interface PageIndex {
  /**
   * The page with a name: its path or file name, with or without ending, else in another form. Of several,
   * those of that name.
   */
  named(name: string): readonly Document[]
  /** The page that a file means by `name`, which has `text`; a sentence where none is surely meant. */
  find(name: string, text: string): Document | Wording
}

export function pageIndex(documents: readonly Document[]): PageIndex {
  const exact = groups(documents, ({ path }) => namesOf(path))
  const alike = groups(documents, ({ path }) => namesOf(path).map(nameKey))
  const escaped = groups(documents, ({ path }) => namesOf(path).map(asciiKey))
  const sameText = groups(documents, ({ view }) => [view.sha256])
  const sameWords = groups(documents, ({ view }) => [wordsHash(view.lf)])
  const exactly = (name: string): readonly Document[] => {
    for (const each of endsOf(name)) {
      const found = exact(each) ?? exact(pageStem(each))
      if (found === undefined) continue
      const own = found.filter(({ path }) => path === each || pageStem(path) === each)
      return own.length > 0 ? own : found
    }
    return []
  }
  const loosely = (name: string): readonly Document[] => {
    for (const [index, keyOf] of [
      [alike, nameKey],
      [escaped, asciiKey],
    ] as const) {
      for (const each of endsOf(name).flatMap(namesBefore)) {
        const key = keyOf(each)
        const found = key === '' ? undefined : index(key)
        if (found !== undefined) return found
      }
    }
    return []
  }
  return {
    named(name) {
      const found = exactly(name)
      return found.length > 0 ? found : loosely(name)
    },
    find(name, text) {
      const own = exactly(name)
      // A name in another form may be another name: then the text has to be much the same.
      const candidates =
        own.length > 0 ? own : loosely(name).filter(({ view }) => isAlike(view.lf, text))
      const hashes = [() => sameText(textHash(text)), () => sameWords(wordsHash(text))]
      for (const withText of isSaying(text) ? hashes : []) {
        const same = withText() ?? []
        const both = candidates.filter((document) => same.includes(document))
        for (const found of [both, same]) {
          if (found[0] !== undefined && found.length === 1) return found[0]
        }
      }
      const [first] = candidates
      if (first === undefined) return t('There is no page {0}, and none with this text.', name)
      return candidates.length === 1
        ? first
        : t('There are {0} pages {1}.', candidates.length, name)
    },
  }
}

/** The surest first: of a path before that of a file. */
function endsOf(name: string): readonly string[] {
  const parts = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  return parts.map((_, i) => parts.slice(i).join('/'))
}

/** Units of a text that are looked at to tell whether it is much the same as another. */
const mostCompared = 20_000

/** Whether more than half of the pairs of characters of the shorter text are in the other one. */
function isAlike(a: string, b: string): boolean {
  const [ours, theirs] = [a, b].map((text) =>
    pairsOf(textWithoutBlanks(text).slice(0, mostCompared)),
  )
  if (ours === undefined || theirs === undefined) return false
  let common = 0
  for (const pair of ours) if (theirs.has(pair)) common++
  return 2 * common >= Math.min(ours.size, theirs.size)
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}

/** Blanks are in many pages. */
function isSaying(text: string): boolean {
  return textWithoutBlanks(text) !== ''
}

/** Of a text in any form that programs give it: trimmed, with other blanks and newlines, composed or not. */
function wordsHash(text: string): string {
  return textHash(textWithoutBlanks(text).normalize('NFC'))
}

/** Documents by their keys; made when it is asked for first. */
function groups(
  documents: readonly Document[],
  keysOf: (document: Document) => readonly string[],
): (key: string) => readonly Document[] | undefined {
  let byKey: Map<string, Document[]> | undefined
  return (key) => {
    if (byKey === undefined) {
      byKey = new Map()
      for (const document of documents) {
        for (const each of new Set(keysOf(document))) {
          const same = byKey.get(each)
          if (same === undefined) byKey.set(each, [document])
          else same.push(document)
        }
      }
    }
    return byKey.get(key)
  }
}

/** Names as exports write them, too: without what no file name may have. */
function namesOf(path: string): readonly string[] {
  const safe = path.split('/').map(safeName).join('/')
  return [path, safe].flatMap((each) => [
    each,
    pageStem(each),
    fileName(each),
    pageStem(fileName(each)),
  ])
}
