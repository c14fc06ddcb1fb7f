/** Walks the workspace folders: which of them are corpora, and which files are there. */
import type { Files } from '../../disk/files.ts'
import { normalUri, uriBelow } from '../../disk/uri.ts'
import { append } from '../../values/append.ts'
import { type CorpusConfig, defaultConfig, problemText } from '../config/config.ts'
import type { ConfigFiles } from '../config/config-files.ts'
import { globsProblem, isConfig } from '../config/globs.ts'

export interface WorkspaceFolder {
  readonly uri: string
  readonly name: string
  /** The setting `biaozhu.pages`: globs that make the folder a corpus if it has no corpus.json. */
  readonly pages: readonly string[] | undefined
}

/** A folder that is a corpus, by its corpus.json or by the setting. */
export type Root =
  | { readonly root: string; readonly configUri: string }
  | { readonly root: string; readonly configUri: undefined; readonly config: CorpusConfig }

/** What people are told of a walk. */
export interface Told {
  /** Files and folders that could not be read. */
  readonly unreadable: number
  /** Links that lead out of a folder, which are not followed: paths relative to it. */
  readonly outside: readonly string[]
  /** Faults in the setting `biaozhu.pages`, which makes no corpus then: English, one each. */
  readonly faults: readonly string[]
}

/** What was found when the folders were walked. */
export interface Walked {
  readonly roots: readonly Root[]
  /** Of all files. */
  readonly uris: Set<string>
  readonly told: Told
}

/** Walks the folders; `configs` reads each corpus.json that is found. Never rejects because of files. */
export async function findCorpora(
  folders: readonly WorkspaceFolder[],
  files: Pick<Files, 'walk'>,
  configs: Pick<ConfigFiles, 'fromDisk'>,
): Promise<Walked> {
  const roots = new Map<string, Root>()
  const uris = new Set<string>()
  const outside: string[] = []
  const faults: string[] = []
  let unreadable = 0
  for (const { uri, name, pages } of folders) {
    const folder = normalUri(uri)
    const walk = await files.walk(folder)
    unreadable += walk.unreadable
    append(outside, walk.outside)
    for (const path of walk.paths) {
      const configUri = uriBelow(folder, path)
      uris.add(configUri)
      if (!isConfig(path)) continue
      const root = configUri.slice(0, -'/corpus.json'.length)
      await configs.fromDisk(configUri)
      roots.set(root, { root, configUri })
    }
    const fault = globsProblem(pages ?? [])
    if (fault !== undefined) faults.push(`"biaozhu.pages" of ${name}: ${problemText(fault)}`)
    else if (pages !== undefined && !roots.has(folder)) {
      const config = { ...defaultConfig, pages }
      roots.set(folder, { root: folder, configUri: undefined, config })
    }
  }
  return { roots: [...roots.values()], uris, told: { unreadable, outside, faults } }
}
