/** The layers of single annotators next to a page, `X.anno.NAME.jsonl`: read, never written. */
import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Annotations } from '../../annotation/placed/placed.ts'
import type { TextView } from '../../annotation/record/selectors.ts'
import type { Files } from '../../disk/files.ts'
import { pageStem, readSidecarName } from '../../disk/sidecar-names.ts'
import { annotationsOfPage } from '../paths/page-sidecar.ts'

/** Names of the layers of the page with a normal uri, sorted. Never rejects. */
export async function layerNames(page: string): Promise<readonly string[]> {
  try {
    const path = fileURLToPath(page)
    const stem = pageStem(basename(path))
    const names = await readdir(dirname(path))
    return names
      .flatMap((name) => {
        const sidecar = readSidecarName(name)
        return sidecar?.stem === stem && sidecar.layer !== undefined ? [sidecar.layer] : []
      })
      .sort()
  } catch {
    return []
  }
}

/**
 * The layer `name` with its spans in the page's text; `undefined` where no file of that name is there,
 * whatever the name says. `encoding` is that of the page. Never rejects.
 */
export async function readLayer(
  page: string,
  name: string,
  {
    view,
    encoding,
    files,
  }: { readonly view: TextView; readonly encoding: string; readonly files: Files },
): Promise<Annotations | undefined> {
  const names = await layerNames(page)
  if (!names.includes(name)) return undefined
  return annotationsOfPage(page, view, { files, encoding, layer: encodeURIComponent(name) })
}
