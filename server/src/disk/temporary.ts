/** A file that is wanted for a while, in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFile {
  /** There is nothing yet. */
  readonly path: string
  /** Takes away the file and what lies beside it. Never rejects. */
  remove(): Promise<void>
}

/** Rejects with the system's error. */
export async function temporaryFile(name: string): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), 'biaozhu-'))
  return {
    path: join(folder, name),
    remove: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  }
}
