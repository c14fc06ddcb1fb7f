/** Sidecars that cannot be read or written now, each said once until it can be or fails otherwise. */

export interface SavingFault {
  /** Uri of the sidecar. */
  readonly uri: string
  /**
   * `ENOSPC`, `EROFS`, `EACCES`, …; `ELOCKED` while another program holds the sidecar, `ENEWER` for one of a newer
   * version, `EPENDING` for confirmed changes of a page that is not there; `undefined` where the system gave none.
   */
  readonly code: string | undefined
  readonly message: string
}

/** `fault` is `undefined` when it is over. */
export type ReportFault = (uri: string, fault: SavingFault | undefined) => void

export class SavingFaults {
  readonly #report: ReportFault | undefined
  readonly #faults = new Map<string, SavingFault>()

  constructor(report: ReportFault | undefined) {
    this.#report = report
  }

  get all(): readonly SavingFault[] {
    return [...this.#faults.values()]
  }

  /** Whether the folder of a sidecar is gone, as far as writing it has shown. */
  isFolderGone(uri: string): boolean {
    const code = this.#faults.get(uri)?.code
    return code === 'ENOENT' || code === 'ENOTDIR'
  }

  add(fault: SavingFault): void {
    const before = this.#faults.get(fault.uri)
    this.#faults.set(fault.uri, fault)
    if (before?.code === fault.code && before?.message === fault.message) return
    this.#report?.(fault.uri, fault)
  }

  end(uri: string): void {
    if (this.#faults.delete(uri)) this.#report?.(uri, undefined)
  }
}
