/** Annotations whose page was renamed outside of the editor, by the page that has their text now. */
import { readSidecar } from '../../annotation/sidecar/sidecar.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { comparePaths } from '../../disk/paths.ts'
import { pageStem, readSidecarName, sidecarPath } from '../../disk/sidecar-names.ts'
import { normalUri } from '../../disk/uri.ts'
import type { Workspace } from '../snapshot/workspace.ts'

export class Strays {
  readonly #workspace: Workspace
  readonly #files: Pick<Files, 'read'>
  /** Uris of sidecars by those of pages. */
  #found: ReadonlyMap<string, readonly string[]> = new Map()
  /** By the uri of a sidecar without a page, the hash of the text that it describes; read once. */
  #hashes = new Map<string, string | undefined>()

  constructor(workspace: Workspace, files: Pick<Files, 'read'>) {
    this.#workspace = workspace
    this.#files = files
  }

  /** Uris of the sidecars that have no page, and describe the text of this page, which has none. */
  of(page: string): readonly string[] {
    return this.#found.get(normalUri(page)) ?? []
  }

  /** Looks again. `there`: normal uris of all files. Gives uris of the pages of which something else is known now. */
  async look(there: ReadonlySet<string>): Promise<readonly string[]> {
    const strays = straysAmong(there)
    const hashes = new Map<string, string | undefined>()
    for (const uri of strays) {
      const known = this.#hashes.has(uri)
      hashes.set(uri, known ? this.#hashes.get(uri) : await this.#hashOf(uri))
    }
    this.#hashes = hashes
    const before = this.#found
    this.#found = strays.length === 0 ? new Map() : this.#places(there)
    return [...new Set([...before.keys(), ...this.#found.keys()])].filter(
      (page) => before.get(page)?.join('\n') !== this.#found.get(page)?.join('\n'),
    )
  }

  async #hashOf(uri: string): Promise<string | undefined> {
    const answer = await this.#files.read(uri)
    if (answer.kind !== 'file') return undefined
    return readSidecar(decode(answer.bytes, 'utf8').text).header?.sha256
  }

  #places(there: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, readonly string[]>()
    for (const { documents } of this.#workspace.snapshot().corpora) {
      for (const { uri, view, annotations } of documents) {
        const page = normalUri(uri)
        const fitting = [...this.#hashes].filter(([sidecar, hash]) => {
          const layer = readSidecarName(sidecar)?.layer
          // What was just annotated may not be on disk yet.
          const isTaken = layer === undefined && annotations.records.length > 0
          return hash === view.sha256 && !isTaken && !there.has(sidecarPath(page, layer))
        })
        if (fitting.length > 0)
          found.set(page, fitting.map(([sidecar]) => sidecar).sort(agreedFirst))
      }
    }
    return found
  }
}

function agreedFirst(a: string, b: string): number {
  return comparePaths(readSidecarName(a)?.layer ?? '', readSidecarName(b)?.layer ?? '')
}

/** Sidecars beside which no file has the name of their page. */
function straysAmong(there: ReadonlySet<string>): readonly string[] {
  const sidecars = [...there].flatMap((uri) => {
    const name = readSidecarName(uri)
    return name === undefined ? [] : [{ uri, stem: name.stem }]
  })
  if (sidecars.length === 0) return []
  const stems = new Set<string>()
  for (const uri of there) if (!uri.endsWith('.jsonl')) stems.add(pageStem(uri))
  return sidecars.filter(({ stem }) => !stems.has(stem)).map(({ uri }) => uri)
}
