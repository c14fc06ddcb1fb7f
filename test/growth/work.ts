/**
 * How much work a piece of code does, counted and not timed: how often blocks of our own code run, as V8 counts them for coverage.
 * The same input gives the same count on any machine. What regular expressions and built-in functions do is not seen.
 */
import { type Profiler, Session } from 'node:inspector'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const root = path.resolve(import.meta.dirname, '../..')
const ours = ['server/src', 'client/src'].map(
  (folder) => pathToFileURL(path.join(root, folder)).href,
)

/** Blocks of `server/src` and `client/src` that `run` has run. */
export function work(run: () => void): number {
  const session = new Session()
  session.connect()
  // Optimised code does not count.
  setFlagsFromString('--no-opt')
  setFlagsFromString('--no-maglev')
  try {
    session.post('Profiler.enable')
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    run()
    return blocks(session)
  } finally {
    setFlagsFromString('--maglev')
    setFlagsFromString('--opt')
    session.disconnect()
  }
}

function blocks(session: Session): number {
  let scripts: readonly Profiler.ScriptCoverage[] = []
  // In one thread the answer comes before the next line.
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error !== null) throw error
    scripts = result
  })
  return scripts
    .filter(({ url }) => ours.some((folder) => url.startsWith(`${folder}/`)))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0)
}
