/** What is known of a page (newspaper, date, number), from the surest source down. */

import type { PageData } from '../../page/model.ts'
import { defined } from '../../values/defined.ts'
import type { CorpusConfig } from '../config/config.ts'
import { isTooSlow, matchFileName, matchFileNames } from '../config/file-name-pattern.ts'

/** Set in corpus.json, else read from the file name, else found in the masthead, else the corpus's. */
export function pageDataOf(config: CorpusConfig, path: string, masthead: PageData): PageData {
  const set = Object.hasOwn(config.pageData, path) ? config.pageData[path] : undefined
  return {
    ...defined({ newspaper: config.newspaper }),
    ...masthead,
    ...fromFileName(config.fileNames, fileName(path)),
    ...set,
  }
}

/**
 * Reads the file names of many pages by their patterns, for `pageDataOf` afterwards: one by one takes
 * hundreds of times as long. The patterns that took too long over a name, which are not used any more.
 */
export function readFileNames(
  pages: readonly { readonly config: CorpusConfig; readonly pathInCorpus: string }[],
): readonly string[] {
  const namesByPattern = new Map<string, string[]>()
  for (const { config, pathInCorpus } of pages) {
    if (config.fileNames === undefined) continue
    const names = namesByPattern.get(config.fileNames) ?? []
    namesByPattern.set(config.fileNames, names)
    names.push(fileName(pathInCorpus))
  }
  for (const [pattern, names] of namesByPattern) matchFileNames(pattern, names)
  return [...namesByPattern.keys()].filter(isTooSlow)
}

/** The last part of a path with `/` between folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function fromFileName(pattern: string | undefined, name: string): PageData {
  const groups = pattern === undefined ? undefined : matchFileName(pattern, name)
  if (groups === undefined) return {}
  const { year, month, day, page } = groups
  const parts =
    month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day]
  const number = Number.parseInt(page ?? '', 10)
  return {
    ...(year === undefined
      ? {}
      : { date: parts.map((part) => (part ?? '').padStart(2, '0')).join('-') }),
    ...(Number.isNaN(number) ? {} : { number }),
  }
}
