/** The corpus.json files of the workspace: on disk and, over that, as editors have them. */

import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { oncePer } from '../../values/once-per.ts'
import { type CorpusConfig, defaultConfig } from './config.ts'
import { isTooSlow } from './file-name-pattern.ts'
import { type ConfigReading, readConfig, slowFileNames } from './read-config.ts'

/** Takes normal uris. */
export interface ConfigFiles {
  /** Reads the file again. False where there is none any more. */
  fromDisk(uri: string): Promise<boolean>
  /** The text in an editor; `undefined` once it is closed: what is on disk counts again. */
  inEditor(uri: string, text: string | undefined): void
  /**
   * What counts now: the same object until the text is another, or its pattern of file names turned out to be too slow.
   * A mistake leaves the last good value.
   */
  reading(uri: string): ConfigReading
  /** The text that `reading` is of; empty for a file that cannot be read. */
  text(uri: string): string
}

interface Reading extends ConfigReading {
  readonly uri: string
  readonly text: string
}

export function createConfigFiles(files: Files): ConfigFiles {
  const onDisk = new Map<string, Reading>()
  const inEditors = new Map<string, Reading>()

  return {
    async fromDisk(uri) {
      const answer = await files.read(uri)
      const before = onDisk.get(uri)
      if (answer.kind === 'file') {
        const text = decode(answer.bytes, 'utf8').text
        if (text !== before?.text) onDisk.set(uri, read(uri, text, before?.config))
      } else if (answer.kind === 'missing') onDisk.delete(uri)
      else onDisk.set(uri, unreadable(uri, before?.config))
      return answer.kind !== 'missing'
    },
    inEditor(uri, text) {
      const before = inEditors.get(uri) ?? onDisk.get(uri)
      if (text === undefined) inEditors.delete(uri)
      // A text that is not changed keeps its reading, so that opening a file changes nothing.
      else if (text === before?.text) inEditors.set(uri, before)
      else inEditors.set(uri, read(uri, text, before?.config))
    },
    reading(uri) {
      const reading = inEditors.get(uri) ?? onDisk.get(uri) ?? nowhere
      return isTooSlow(reading.config.fileNames) ? withSlowFileNames(reading) : reading
    },
    text: (uri) => (inEditors.get(uri) ?? onDisk.get(uri))?.text ?? '',
  }
}

/** Of a file that has just gone. */
const nowhere: Reading = { uri: '', text: '', config: defaultConfig, problems: [] }

const withSlowFileNames = oncePer(
  ({ uri, text, config, problems }: Reading): ConfigReading => ({
    config,
    problems: [...problems, slowFileNames(uri, text)],
  }),
)

function read(uri: string, text: string, before = defaultConfig): Reading {
  return { uri, text, ...readConfig(uri, text, before) }
}

function unreadable(uri: string, config: CorpusConfig = defaultConfig): Reading {
  return {
    uri,
    text: '',
    config,
    problems: [{ uri, offset: 0, message: 'The file cannot be read.' }],
  }
}
