/** Sidecars that go with a page whose name or folder has changed. */
import { access, mkdir, readdir, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeFileSystem } from './file-system.ts'
import { pageNamed, pageStem, readSidecarName, sidecarPath } from './sidecar-names.ts'
import { syncFolder } from './whole-file.ts'

export interface MovedSidecars {
  /** Uris under which they are no more. */
  readonly gone: readonly string[]
  /** Paths of those that had to stay. */
  readonly left: readonly string[]
}

/**
 * Moves the agreed sidecar of a page and all layers to where the page is now; uris. What another page of the old name
 * still needs stays, and nothing is written over. Never rejects.
 */
export async function moveSidecars(from: string, to: string): Promise<MovedSidecars> {
  const [old, now] = [fileURLToPath(from), fileURLToPath(to)]
  const folder = dirname(old)
  const names = await readdir(folder).catch(() => [])
  const stem = pageStem(basename(old))
  if (pageNamed(stem, names) !== undefined) return { gone: [], left: [] }
  const gone: string[] = []
  const left: string[] = []
  for (const name of names) {
    const sidecar = readSidecarName(name)
    if (sidecar?.stem !== stem) continue
    const [source, target] = [join(folder, name), sidecarPath(now, sidecar.layer)]
    if (await moved(source, target)) gone.push(sidecarPath(from, encodedLayer(sidecar.layer)))
    else left.push(source)
  }
  return { gone, left }
}

function encodedLayer(layer: string | undefined): string | undefined {
  return layer === undefined ? undefined : encodeURIComponent(layer)
}

/** Where only the case of a name has changed, the target is there already on some disks: it is the source. */
async function moved(source: string, target: string): Promise<boolean> {
  if (source === target) return true
  try {
    const isTaken = source.toLowerCase() !== target.toLowerCase() && (await isThere(target))
    if (isTaken) return false
    await mkdir(dirname(target), { recursive: true })
    await rename(source, target)
    await syncFolder(dirname(target), nodeFileSystem)
    return true
  } catch {
    return false
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
