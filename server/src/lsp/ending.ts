/** How the process ends where the client did not ask it to: what is confirmed is in the journal, the rest is quick or left. */

/** Milliseconds for what is not written yet. */
const patience = 1000

/** Does `close` once, within bounds, whoever asks for it. */
export class Ending {
  readonly #close: () => Promise<void>
  #closing: Promise<void> | undefined

  constructor(close: () => Promise<void>) {
    this.#close = close
  }

  /** Resolves when everything is closed or it has taken too long. Never rejects. */
  close = (): Promise<void> => {
    this.#closing ??= Promise.race([
      // What could not be written was said when it was tried.
      this.#close().catch(() => undefined),
      new Promise<void>((resolve) => void setTimeout(resolve, patience)),
    ])
    return this.#closing
  }

  /** Ends the process when it is told to by a signal, or by the end of its channel to the client. */
  follow(process: NodeJS.Process): void {
    for (const [signal, number] of signals) {
      process.once(signal, () => void this.end(process, 128 + number))
    }
    process.once('disconnect', () => void this.end(process, 1))
  }

  async end(process: NodeJS.Process, code: number): Promise<void> {
    await this.close()
    process.exit(code)
  }
}

const signals = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const
