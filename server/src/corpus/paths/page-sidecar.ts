/** The annotations of a page for the command line: its sidecar, re-anchored with the page's text in git. */
import { fileURLToPath } from 'node:url'
import { type Annotations, noAnnotations, placeSidecar } from '../../annotation/placed/placed.ts'
import type { TextView } from '../../annotation/record/selectors.ts'
import { readStored } from '../../annotation/sidecar/stored.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import { fileName } from '../snapshot/page-data.ts'
import { gitText } from './git-texts.ts'

/** `uri` is the page's. `layer` names an annotator. Never rejects: without a sidecar there are none. */
export async function annotationsOfPage(
  uri: string,
  view: TextView,
  {
    files,
    encoding,
    layer,
  }: { readonly files: Files; readonly encoding: string; readonly layer?: string },
): Promise<Annotations> {
  const sidecarUri = sidecarPath(uri, layer)
  const answer = await files.read(sidecarUri)
  if (answer.kind !== 'file') return noAnnotations
  const sidecar = readStored(decode(answer.bytes, 'utf8').text)
  const sha256 = sidecar.header?.sha256
  const old =
    sha256 === undefined || sha256 === view.sha256
      ? undefined
      : await gitText({
          page: fileURLToPath(uri),
          sidecar: fileURLToPath(sidecarUri),
          sha256,
          encoding,
        })
  return placeSidecar(sidecar, view, {
    page: fileName(decodeURIComponent(uri)),
    textOf: (hash) => (hash === sha256 ? old : undefined),
  })
}
