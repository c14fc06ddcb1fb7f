/** Time that nobody has to wait for. */
import { syncBuiltinESMExports } from 'node:module'
import { mock } from 'node:test'
import timers from 'node:timers/promises'

export interface FakeTime {
  /** Milliseconds that were waited for so far. */
  readonly elapsed: number
}

/**
 * Runs `work` while a wait ends in the next turn and every clock has moved on by its milliseconds: what waits and looks again
 * does so as often as it would, and the time that it takes is counted. For one who waits at a time.
 */
export async function inFakeTime<T>(work: (time: FakeTime) => Promise<T>): Promise<T> {
  let elapsed = 0
  const [date, start] = [Date.now(), performance.now()]
  mock.method(globalThis, 'setTimeout', (run: () => void, ms = 0) => {
    elapsed += ms
    return setImmediate(run)
  })
  mock.method(timers, 'setTimeout', (ms = 0) => {
    elapsed += ms
    return timers.setImmediate()
  })
  mock.method(Date, 'now', () => date + elapsed)
  mock.method(performance, 'now', () => start + elapsed)
  syncBuiltinESMExports()
  try {
    return await work({
      get elapsed() {
        return elapsed
      },
    })
  } finally {
    mock.restoreAll()
    syncBuiltinESMExports()
  }
}
