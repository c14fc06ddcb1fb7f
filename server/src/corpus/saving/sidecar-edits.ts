/** Changing the sidecar of a page on the command line: merged with what somebody else wrote meanwhile. */

import { reanchorSidecar } from '../../annotation/anchor/sidecar.ts'
import { type Annotations, sidecarOf, withRecords } from '../../annotation/placed/placed.ts'
import { merge } from '../../annotation/sidecar/merge.ts'
import { printSidecar } from '../../annotation/sidecar/sidecar.ts'
import { readStored } from '../../annotation/sidecar/stored.ts'
import type { SidecarFiles } from '../../disk/sidecar-files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import type { Document, PageEdit } from '../snapshot/model.ts'
import { fileName } from '../snapshot/page-data.ts'

/**
 * `annotations` are those of the page, or of one annotator's `layer`, as they were read. Rejects with the system's
 * error where the file cannot be written, and then it is as it was.
 */
export async function editSidecar(
  { uri, view }: Pick<Document, 'uri' | 'view'>,
  annotations: Annotations,
  { put, drop }: Pick<PageEdit, 'put' | 'drop'>,
  { files, layer }: { readonly files: SidecarFiles; readonly layer?: string | undefined },
): Promise<void> {
  const page = fileName(decodeURIComponent(uri))
  const base = sidecarOf(annotations, view, page)
  const ours = sidecarOf(withRecords(annotations, { put, drop }, { view, page }), view, page)
  await files.change(sidecarPath(uri, layer), (disk) => {
    const theirs = readStored(disk)
    const ids = (records: typeof base.records): string => records.map(({ id }) => id).join('\n')
    // What was re-anchored with the old text when it was read is surer than what could be made of it now.
    const isAsRead =
      theirs.header?.sha256 !== view.sha256 && ids(theirs.records) === ids(base.records)
    if (isAsRead) return printSidecar(ours)
    const { sidecar } = reanchorSidecar(theirs, view, page)
    return printSidecar(merge(base, ours, sidecar).sidecar)
  })
}
