/** Programs and rights that only some machines have, for `*.peers.test.ts`. */

/** Skips the test or the suite, and says for want of what, where that is not there. */
export function needs(context: Mocha.Context, what: string, isThere: boolean): void {
  if (isThere) return
  console.log(`      skipped for want of ${what}`)
  context.skip()
}
