/** Errors and progress on the terminal: progress is one line that others take the place of. */

export interface ErrorStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Terminal {
  /** Whole lines. */
  error(text: string): void
  /** Shown until the next text or line; nothing for an empty one. Only where people look. */
  progress(text: string): void
  /** Takes the progress away, before something else is printed. */
  clear(): void
}

/** `now` in milliseconds. */
export function terminal(stream: ErrorStream, now: () => number = Date.now): Terminal {
  let shown = false
  let last = 0
  const clear = (): void => {
    if (shown) stream.write('\r\u001B[K')
    shown = false
  }
  return {
    clear,
    error(text) {
      clear()
      stream.write(text)
    },
    progress(text) {
      if (stream.isTTY !== true) return
      if (text === '') return clear()
      // A terminal is slower than the work.
      if (now() - last < pause) return
      last = now()
      clear()
      stream.write(text)
      shown = true
    },
  }
}

const pause = 100
