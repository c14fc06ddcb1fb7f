/** One thing after the other, in the order in which they were asked for. */

export interface Queue {
  /** Runs `work` when everything before it has ended, well or not; gives what it gives. */
  run<T>(work: () => Promise<T>): Promise<T>
}

export function queue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const next = last.then(work, work)
      last = next.catch(() => undefined)
      return next
    },
  }
}
