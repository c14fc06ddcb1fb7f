/** What keeping sidecars up needs of the rest of the server. */
import type { Journal } from '../../disk/journal.ts'
import type { SidecarFiles } from '../../disk/sidecar-files.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import type { ReportFault } from './saving-faults.ts'

export interface SidecarsOptions {
  readonly workspace: Workspace
  readonly files: SidecarFiles
  /** Called before a sidecar's records are placed: the text that they describe may be known. */
  readonly recall?: (sha256: string) => Promise<unknown>
  /** The text of an annotated page, for re-anchoring later. */
  readonly remember?: (text: string) => Promise<unknown>
  /** A sidecar could not be written, or (without fault) could be again. */
  readonly report?: ReportFault
  /** A page has other annotations or problems, since saving them showed what somebody else wrote. */
  readonly told?: (page: string) => void
  /** Where confirmed changes are kept until their sidecar is written; `undefined` where there is none. */
  readonly journal?: () => Promise<Journal | undefined>
  /** Milliseconds between an action and its writing. */
  readonly pause?: number
  /** Milliseconds until the next try; doubled with each, up to a minute. */
  readonly retry?: number
}

export interface LoadSidecar {
  readonly namesLater?: boolean
  readonly follows?: boolean
}
