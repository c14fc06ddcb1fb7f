/** The pages that a command line names: its files, and the .txt files of its folders. */
import { basename, dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Files } from '../../disk/files.ts'
import { normalUri, uriBelow } from '../../disk/uri.ts'

export interface FoundPage {
  readonly uri: string
  /** Relative to the folder that the command line names, or that holds the file which it names. */
  readonly below: string
  /** That folder's own name. */
  readonly folder: string
  /** Its place as a person would say it. */
  readonly shown: string
  readonly named: 'itself' | 'by its folder'
}

export interface Finding {
  readonly cwd: string
  readonly files: Files
  /** Hears what could not be read. English, one line each. */
  readonly errors: string[]
  /** Hears what a person may want to know. */
  readonly notes: string[]
}

/** In the order of the paths, a folder's pages sorted; each file once, with a name that no other one has. */
export async function findPages(
  paths: readonly string[],
  finding: Finding,
): Promise<readonly (FoundPage & { readonly name: string })[]> {
  const found = new Map<string, FoundPage>()
  for (const path of paths) {
    const pages = path === '' ? noPath(finding.errors) : await pagesOfPath(path, finding)
    for (const page of pages) {
      if (!found.has(page.uri)) found.set(page.uri, page)
    }
  }
  const names = uniqueNames([...found.values()])
  return [...found.values()].map((page) => ({ ...page, name: names.get(page) ?? page.below }))
}

async function pagesOfPath(
  from: string,
  { cwd, files, errors, notes }: Finding,
): Promise<readonly FoundPage[]> {
  const absolute = resolve(cwd, from)
  const uri = normalUri(pathToFileURL(absolute).href)
  const { kind } = await files.read(uri)
  if (kind === 'missing') {
    errors.push(`no such file or folder: ${from}`)
    return []
  }
  const path = kind === 'folder' ? absolute : dirname(absolute)
  const root = normalUri(pathToFileURL(path).href)
  const folder = basename(path)
  if (kind !== 'folder') {
    return [{ folder, uri, below: basename(absolute), shown: from, named: 'itself' }]
  }
  const { paths, unreadable, outside } = await files.walk(root)
  for (const link of outside)
    notes.push(`${from}: the link ${link} leads out of the folder and is not followed`)
  if (unreadable > 0)
    errors.push(
      `${unreadable === 1 ? 'a folder' : `${unreadable} folders`} in ${from} cannot be read`,
    )
  const pages = paths.filter((path) => /\.txt$/i.test(path))
  if (pages.length === 0) notes.push(`no .txt files in ${from}`)
  return pages.map((below) => ({
    folder,
    uri: uriBelow(root, below),
    below,
    shown: `${from.replace(/[\\/]+$/, '')}/${below}`,
    named: 'by its folder',
  }))
}

/** An unset variable of a shell: it must not mean the working folder. */
function noPath(errors: string[]): readonly FoundPage[] {
  errors.push('an empty path is no file or folder')
  return []
}

/** Paths in the corpus: as short as they can be told apart, which keeps ids the same on every machine. */
function uniqueNames(pages: readonly FoundPage[]): ReadonlyMap<FoundPage, string> {
  const names = new Map(pages.map((page) => [page, page.below]))
  const longer = (page: FoundPage): string => `${page.folder}/${page.below}`
  for (const page of duplicates(names)) names.set(page, longer(page))
  for (const [i, page] of duplicates(names).entries()) names.set(page, `${i + 1}/${longer(page)}`)
  return names
}

function duplicates(names: ReadonlyMap<FoundPage, string>): readonly FoundPage[] {
  const counts = new Map<string, number>()
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...names].filter(([, name]) => (counts.get(name) ?? 0) > 1).map(([page]) => page)
}
