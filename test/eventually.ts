/** Waiting for what comes in its own time. How long it takes says nothing: the machine may be busy with something else. */

/** Milliseconds after which it does not come any more; less than the limit of a test, so that the reason is said. */
const patience = 60_000
const pause = 20

/** Until there is an answer, which is given; fails with what `said` says then. */
export async function answered<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  said: () => string,
): Promise<T> {
  for (const end = Date.now() + patience; ; ) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > end) throw new Error(said())
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Until `fits`; fails with what `said` says then. */
export async function eventually(
  fits: () => Promise<boolean> | boolean,
  said = () => 'it never came to that',
): Promise<void> {
  await answered(async () => (await fits()) || undefined, said)
}

/** Until nothing is thrown; then fails with what was thrown last. */
export async function passes(check: () => Promise<void> | void): Promise<void> {
  let last: unknown
  await eventually(
    () =>
      Promise.resolve()
        .then(check)
        .then(
          () => true,
          (error) => {
            last = error
            return false
          },
        ),
    () => (last instanceof Error ? (last.stack ?? last.message) : String(last)),
  )
}
