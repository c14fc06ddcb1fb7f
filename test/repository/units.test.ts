/** What keeps the unit tests quick and the same on any machine: they read no clock and start no process. */
import assert from 'node:assert/strict'
import { files, imports, read } from './sources.ts'

const units = files('test/*.test.ts', 'test/**/*.test.ts').filter(
  (file) => !/^test\/(?:host|protocol)\/|\.(?:slow|peers)\.test\.ts$/.test(file),
)

/** Unit tests and what they import of `test/`, files of others left out. */
function reached(): ReadonlySet<string> {
  const known = new Set<string>()
  const visit = (file: string): void => {
    if (known.has(file) || !/^test\/.*\.ts$/.test(file)) return
    known.add(file)
    for (const { target } of imports(file)) visit(target)
  }
  for (const file of units) visit(file)
  return known
}

/** Files whose text matches, but for those that have a reason. */
function matching(pattern: RegExp, reasons: Readonly<Record<string, string>>): readonly string[] {
  const found = [...reached()].filter((file) => pattern.test(read(file)))
  assert.deepEqual(
    Object.keys(reasons).filter((file) => !found.includes(file)),
    [],
    'a reason that is needed no longer',
  )
  return found.filter((file) => !(file in reasons))
}

describe('unit tests', () => {
  it('read no clock and wait for no time', () => {
    assert.ok(units.length > 150)
    const clock =
      /performance\.now|Date\.now|new Date\(\)|cpuUsage|hrtime|setTimeout\(|setInterval\(/
    const reasons = {
      'test/fake-time.ts': 'its time begins where the real one is',
      'test/repository/units.test.ts': 'names them',
    }
    assert.deepEqual(matching(clock, reasons), [])
  })

  it('start no process', () => {
    const reasons = {
      'test/repository/sources.ts': 'git knows which files are committed',
      'test/repository/units.test.ts': 'names it',
    }
    assert.deepEqual(matching(/node:child_process/, reasons), [])
  })
})
