/**
 * Runs tests inside the extension host: `suite/*.test.ts`, or the files that are named. An empty extension is developed in VS Code,
 * whose tests they are. Exits with their status; they leave their results themselves.
 */
import fs from 'node:fs'
import path from 'node:path'
import { format } from 'node:util'
import * as esbuild from 'esbuild'
import { openSession } from './session.ts'
import { mark } from './suite/mark.ts'

const root = path.resolve(import.meta.dirname, '../..')
const extension = path.join(root, '.test/suite')
/** What VS Code says beside the tests. */
const log = path.join(root, '.test/suite.log')
await bundle()
const session = await openSession({ driver: true })
const { page, url } = session
const status = await new Promise<number>((resolve) => {
  run(resolve).catch((error) => {
    console.error(error)
    resolve(1)
  })
})
if (status !== 0) console.error(`What VS Code said: ${log}`)
await session.close(status !== 0)
process.exit(status)

/** One CommonJS file, for the extension host knows nothing of TypeScript. */
async function bundle(): Promise<void> {
  fs.mkdirSync(extension, { recursive: true })
  const manifest = {
    name: 'suite',
    publisher: 'biaozhu',
    version: '0.0.0',
    engines: { vscode: '*' },
  }
  fs.writeFileSync(path.join(extension, 'package.json'), JSON.stringify(manifest))
  const folder = path.join(import.meta.dirname, 'suite')
  const all = fs.globSync('*.test.ts', { cwd: folder }).map((file) => path.join(folder, file))
  const named = process.argv.slice(2).map((file) => path.resolve(file))
  const imports = (named.length === 0 ? all.sort() : named).map(
    (file) => `import ${JSON.stringify(file)}`,
  )
  await esbuild.build({
    // The set-up comes first: it defines `describe` and `it`.
    stdin: {
      contents: [`export { run } from './mocha.ts'`, ...imports].join('\n'),
      resolveDir: folder,
    },
    outfile: path.join(extension, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
  })
}

async function run(end: (status: number) => void): Promise<void> {
  // VS Code looks for both on the page when it starts.
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const text = format(...args)
    if (text.startsWith(mark)) console.log(text.slice(mark.length))
    else fs.appendFileSync(log, `${type} ${text}\n`)
  })
  await page.exposeFunction('codeAutomationExit', (code: number) => end(code))
  const remote = (file: string) => `vscode-remote://${new URL(url).host}${file}`
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(path.join(extension, 'index.js'))],
    ['skipWelcome', 'true'],
  ]
  const query = new URLSearchParams({ folder: session.folder, payload: JSON.stringify(payload) })
  await page.goto(`${url}/?${query}`)
}
