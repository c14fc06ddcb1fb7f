/** Time that nobody has to wait for. */
import { mock } from 'node:test'

export interface FakeTime {
  /** Milliseconds that were waited for so far. */
  readonly elapsed: number
}

/**
 * Runs `work` while a `setTimeout` is due in the next turn and `Date.now` has moved on by its milliseconds: what waits and looks
 * again does so as often as it would, and the time that it takes is counted.
 */
export async function inFakeTime<T>(work: (time: FakeTime) => Promise<T>): Promise<T> {
  let elapsed = 0
  const started = Date.now()
  mock.method(globalThis, 'setTimeout', (run: () => void, ms = 0) => {
    elapsed += ms
    return setImmediate(run)
  })
  mock.method(Date, 'now', () => started + elapsed)
  try {
    return await work({
      get elapsed() {
        return elapsed
      },
    })
  } finally {
    mock.restoreAll()
  }
}
