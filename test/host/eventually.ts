/** Waiting for what a window shows in its own time. */
import assert from 'node:assert/strict'

/** Checks until nothing is thrown, for ten seconds at most; then throws what was thrown last. */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  const end = Date.now() + 10_000
  for (;;) {
    try {
      await check()
      return
    } catch (error) {
      if (Date.now() > end) throw error
      assert.ok(error instanceof Error)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
