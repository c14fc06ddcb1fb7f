/** Mocha inside the extension host. Imported first: it makes `describe` and `it` known. */
import { format } from 'node:util'
import Mocha from 'mocha'
import Reporter from '../../../.ci/reporter.ts'
import { mark } from './mark.ts'

Mocha.reporters.Base.consoleLog = (...args) => console.log(mark + format(...args))

const mocha = new Mocha({
  ui: 'bdd',
  timeout: 120_000,
  reporter: Reporter,
  forbidOnly: true,
  color: false,
})
mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, 'suite', mocha)

export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))))
  })
}
