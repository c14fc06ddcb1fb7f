/** Which page of ours a page of a file is: by its path, its name, or its text. */
import { textHash } from '../../annotation/record/selectors.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { fileName } from '../../corpus/snapshot/page-data.ts'
import { pageStem } from '../../disk/sidecar-names.ts'
import { safeName } from '../../exchange/file/safe-path.ts'

export interface PageIndex {
  /** The page with a name: its path or file name, with or without ending. Of several, those of that name. */
  named(name: string): readonly Document[]
  /** The page that a file means by `name`, which has `text`; a sentence where none is surely meant. */
  find(name: string, text: string): Document | string
}

export function pageIndex(documents: readonly Document[]): PageIndex {
  const byName = new Map<string, Document[]>()
  for (const document of documents) {
    for (const name of new Set(namesOf(document.path))) {
      const same = byName.get(name)
      if (same === undefined) byName.set(name, [document])
      else same.push(document)
    }
  }
  let byText: Map<string, Document[]> | undefined
  const withText = (text: string): readonly Document[] => {
    if (byText === undefined) {
      byText = new Map()
      for (const document of documents) {
        const { sha256 } = document.view
        const same = byText.get(sha256)
        if (same === undefined) byText.set(sha256, [document])
        else same.push(document)
      }
    }
    return text === '' ? [] : (byText.get(textHash(text)) ?? [])
  }
  const named = (name: string): readonly Document[] => {
    // The surest name that any page has: of a path before that of a file.
    const long = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
    for (const wanted of [long.join('/'), long.at(-1) ?? '']) {
      const found = byName.get(wanted) ?? byName.get(pageStem(wanted))
      if (found === undefined) continue
      const exact = found.filter(({ path }) => path === wanted || pageStem(path) === wanted)
      return exact.length > 0 ? exact : found
    }
    return []
  }
  return {
    named,
    find(name, text) {
      const candidates = named(name)
      const same = withText(text)
      const both = candidates.filter((document) => same.includes(document))
      if (both[0] !== undefined && both.length === 1) return both[0]
      if (same[0] !== undefined && same.length === 1) return same[0]
      const [first] = candidates
      if (first === undefined) return `There is no page ${name}, and none with this text.`
      return candidates.length === 1 ? first : `There are ${candidates.length} pages ${name}.`
    },
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
