/** Pages that were renamed outside: whose text is the one that a sidecar without a page describes. */
import { textHash } from '../../annotation/record/selectors.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { pageStem, readSidecarName } from '../../disk/sidecar-names.ts'
import { uriBelow } from '../../disk/uri.ts'
import type { CorpusConfig } from '../config/config.ts'
import { pageMatcher } from '../config/globs.ts'

/** Where pages are looked for. */
export interface Searched {
  /** Normal uri of a folder. */
  readonly root: string
  readonly config: Pick<CorpusConfig, 'pages' | 'encoding'>
}

/**
 * Gives the paths, relative to the folder, of pages without a sidecar of the same layer that have this text. A folder is
 * read when it is first asked about. Never rejects.
 */
export function renamedPages(
  files: Pick<Files, 'walk' | 'read'>,
): (searched: Searched, sha256: string, layer: string | undefined) => Promise<readonly string[]> {
  const read = new Map<string, Promise<Folder>>()
  return async (searched, sha256, layer) => {
    const folder = read.get(searched.root) ?? readFolder(files, searched)
    read.set(searched.root, folder)
    const { byHash, sidecars } = await folder
    return (byHash.get(sha256) ?? []).filter((path) => !sidecars.has(keyOf(pageStem(path), layer)))
  }
}

interface Folder {
  readonly byHash: ReadonlyMap<string, readonly string[]>
  readonly sidecars: ReadonlySet<string>
}

async function readFolder(
  files: Pick<Files, 'walk' | 'read'>,
  { root, config }: Searched,
): Promise<Folder> {
  const { paths } = await files.walk(root)
  const sidecars = new Set<string>()
  for (const path of paths) {
    const sidecar = readSidecarName(path)
    if (sidecar !== undefined) sidecars.add(keyOf(sidecar.stem, sidecar.layer))
  }
  const isPage = pageMatcher(config.pages)
  const byHash = new Map<string, string[]>()
  for (const path of paths) {
    if (readSidecarName(path) !== undefined || !isPage(path)) continue
    const answer = await files.read(uriBelow(root, path))
    if (answer.kind !== 'file') continue
    const { text, state } = decode(answer.bytes, config.encoding)
    if (state === 'binary') continue
    const hash = textHash(text)
    const known = byHash.get(hash)
    if (known === undefined) byHash.set(hash, [path])
    else known.push(path)
  }
  return { byHash, sidecars }
}

function keyOf(stem: string, layer: string | undefined): string {
  return layer === undefined ? stem : `${stem}\n${layer}`
}
