/** The annotations of a page for the command line: its sidecar, re-anchored with the page's text in git. */
import { fileURLToPath } from 'node:url'
import { type Annotations, noAnnotations, placeSidecar } from '../../annotation/placed/placed.ts'
import type { TextView } from '../../annotation/record/selectors.ts'
import { readStored } from '../../annotation/sidecar/stored.ts'
import { decode } from '../../disk/decode.ts'
import { type Files, largestFile, type Reading } from '../../disk/files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import { fileName } from '../snapshot/page-data.ts'
import { gitText } from './git-texts.ts'

/** Why the annotations of a page are not known, behind the name of the page; `undefined` where it has none. English. */
function unreadSidecar({ kind }: Reading): string | undefined {
  if (kind === 'tooLarge')
    return `its annotations are more than ${largestFile / 1_000_000} MB and not read`
  return kind === 'unreadable' ? 'its annotations cannot be read' : undefined
}

/**
 * `uri` is the page's. `layer` names an annotator. Never rejects: without a sidecar there are none, and of one that is
 * there and cannot be read `report` hears a sentence.
 */
export async function annotationsOfPage(
  uri: string,
  view: TextView,
  {
    files,
    encoding,
    layer,
    report,
  }: {
    readonly files: Files
    readonly encoding: string
    readonly layer?: string
    readonly report?: (problem: string) => void
  },
): Promise<Annotations> {
  const sidecarUri = sidecarPath(uri, layer)
  const answer = await files.read(sidecarUri)
  if (answer.kind !== 'file') {
    const problem = unreadSidecar(answer)
    if (problem !== undefined) report?.(problem)
    return noAnnotations
  }
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
