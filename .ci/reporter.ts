/** Mocha's own listing, and each event written where the run of all parts finds it. */
import Mocha from 'mocha'
import { writeEvent } from './results.ts'

const { constants } = Mocha.Runner

export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    const kinds = [
      [constants.EVENT_TEST_BEGIN, 'begin'],
      [constants.EVENT_HOOK_BEGIN, 'begin'],
      [constants.EVENT_TEST_PASS, 'pass'],
      [constants.EVENT_TEST_PENDING, 'skip'],
    ] as const
    for (const [name, kind] of kinds) {
      runner.on(name, (test: Mocha.Runnable) => writeEvent({ kind, title: test.fullTitle() }))
    }
    runner.on(constants.EVENT_TEST_FAIL, (test: Mocha.Runnable, error: Error) =>
      writeEvent({ kind: 'fail', title: test.fullTitle(), why: String(error) }),
    )
    runner.once(constants.EVENT_RUN_END, () => {
      writeEvent({ kind: 'end' })
      setTimeout(leave, 20_000).unref()
    })
  }
}

/** All results are there: what a test left open is said, and does not hold up the parts that come after. */
function leave(): void {
  const left = process.getActiveResourcesInfo()
  console.error(
    `the tests are over, and these hold up the end of their process: ${left.join(', ')}`,
  )
  process.exit()
}
