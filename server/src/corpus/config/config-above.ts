/** The configuration of a folder on the command line: what the nearest corpus.json says. */

import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { parentUri, uriBelow } from '../../disk/uri.ts'
import { type CorpusConfig, defaultConfig, type Problem } from './config.ts'
import { readConfig } from './read-config.ts'

export interface FoundConfig {
  /** Normal uri of the folder that holds the corpus.json. */
  readonly root: string
  readonly config: CorpusConfig
}

/**
 * From a folder upwards; each corpus.json is read once, and `report` hears of its mistakes once, with its text.
 * Its globs do not matter here.
 */
export function configReader(
  files: Pick<Files, 'read'>,
  report: (problem: Problem, text: string) => void,
): (folder: string) => Promise<FoundConfig> {
  const known = new Map<string, Promise<FoundConfig>>()
  const read = async (root: string): Promise<FoundConfig> => {
    const uri = uriBelow(root, 'corpus.json')
    const answer = await files.read(uri)
    if (answer.kind !== 'file') {
      const parent = parentUri(root)
      return parent === root ? { root, config: defaultConfig } : configAbove(parent)
    }
    const { text } = decode(answer.bytes, 'utf8')
    const { config, problems } = readConfig(uri, text, defaultConfig)
    for (const problem of problems) report(problem, text)
    return { root, config }
  }
  const configAbove = (folder: string): Promise<FoundConfig> => {
    const config = known.get(folder) ?? read(folder)
    known.set(folder, config)
    return config
  }
  return configAbove
}
