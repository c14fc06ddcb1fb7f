/** The command line's entry point: `node dist/cli.js`, or `biaozhu` where it is installed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { createAnalyser } from './corpus/analysis.ts'
import { nodeFiles } from './corpus/files.ts'
import { pagesOfPaths } from './corpus/pages-of-paths.ts'
import { runCommandLine } from './feature/command-line.ts'
import { resourceDir } from './resources.ts'

// A reader that has seen enough, such as head, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2)
})

const analyser = createAnalyser(resourceDir, (message) => console.error(`biaozhu: ${message}`))

runCommandLine(process.argv.slice(2), {
  version: packageJson.version,
  analyser,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  pages: (paths) => pagesOfPaths(paths, { cwd: process.cwd(), files: nodeFiles, analyser }),
  read: (path) => readFile(path, 'utf8').catch(() => undefined),
  async write(folder, path, content) {
    const file = resolve(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  },
}).then(
  // Not exit(): what is still on its way to a pipe would be lost.
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    console.error('biaozhu: this is a fault of the program:', error)
    process.exitCode = 2
  },
)
