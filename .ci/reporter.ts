/** Mocha's own listing, with the counts added as one line of JSON to the file that BIAOZHU_RESULTS names. */
import fs from 'node:fs'
import Mocha from 'mocha'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.once('end', () => {
      const file = process.env['BIAOZHU_RESULTS']
      const counts: Counts = { passed: this.stats.passes, failed: this.stats.failures }
      if (file !== undefined) fs.appendFileSync(file, `${JSON.stringify(counts)}\n`)
    })
  }
}
