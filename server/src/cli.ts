/** The command line's entry point: `node dist/cli.js`, or `biaozhu` where it is installed. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inspect, TextDecoder } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import packageJson from '../../package.json' with { type: 'json' }
import { runCommandLine } from './command/command-line.ts'
import type { Analyser } from './corpus/analysis/analysis.ts'
import { lexiconOrEmpty } from './corpus/analysis/lexicon.ts'
import {
  countChanged,
  indexPaths,
  mergeIndexFiles,
  readerOf,
} from './corpus/indexing/index-file.ts'
import { makerVersion } from './corpus/indexing/maker.ts'
import { readInProcesses } from './corpus/indexing/processes.ts'
import { annotationsOfPage } from './corpus/paths/page-sidecar.ts'
import { streamPages } from './corpus/paths/page-stream.ts'
import { pagesOfPaths } from './corpus/paths/pages-of-paths.ts'
import { sidecarsOfPaths } from './corpus/paths/sidecars-of-paths.ts'
import { editSidecar } from './corpus/saving/sidecar-edits.ts'
import { readAnnotator } from './disk/annotator.ts'
import { exportFolder } from './disk/export-folder.ts'
import { nodeFiles } from './disk/files.ts'
import { importFolder } from './disk/import-folder.ts'
import { linesOf, writeSlowly } from './disk/pipes.ts'
import { nodeSidecarFiles } from './disk/sidecar-files.ts'
import { spool } from './disk/spool.ts'
import { stampOf } from './disk/stamp.ts'
import { temporaryFile } from './disk/temporary.ts'
import { terminal } from './disk/terminal.ts'
import { normalUri } from './disk/uri.ts'
import { resourceDir } from './resources.ts'
import { showControls } from './text/controls.ts'
import { idMaker } from './values/id.ts'
import type { Lexicon } from './values/lexicon.ts'

// A reader that has seen enough, such as head, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2)
})

const cwd = process.cwd()
const { out, error, progress } = terminal(process.stdout, process.stderr)
let loaded: Promise<Analyser> | undefined
let lexicon: Lexicon | undefined
/** Whether something of what was asked could not be read. */
let isIncomplete = false

/** Imported when a command asks for it: `merge` and `check` run without the segmenter's binary. */
function analyser(): Promise<Analyser> {
  loaded ??= import('./corpus/analysis/analysis.ts').then(({ createAnalyser }) =>
    createAnalyser(resourceDir, warn, { isBatch: true }),
  )
  return loaded
}

function words(): Lexicon {
  lexicon ??= lexiconOrEmpty(join(resourceDir, 'lexicon'), warn)
  return lexicon
}

function warn(message: string): void {
  error(`biaozhu: ${message}\n`)
}

runCommandLine(process.argv.slice(2), {
  version: packageJson.version,
  analyser,
  lexicon: words,
  out,
  error,
  progress,
  print: (text) => writeSlowly(process.stdout, showControls(text)),
  lines() {
    collectOften()
    return linesOf(process.stdin)
  },
  pages: async (paths) =>
    pagesOfPaths(paths, { cwd, files: nodeFiles, analyser: await analyser() }),
  async stream(paths) {
    collectOften()
    return streamPages(paths, { cwd, files: nodeFiles, analyser: await analyser() })
  },
  spool: () => spool(),
  temporaryFile,
  exportFolder,
  importFolder,
  layer: ({ uri, view, encoding }, layer) =>
    annotationsOfPage(uri, view, {
      files: nodeFiles,
      encoding,
      layer,
      report(problem) {
        isIncomplete = true
        warn(`${fileURLToPath(uri)}, ${layer}: ${problem}`)
      },
    }),
  changeSidecar: (document, annotations, edit, layer) =>
    editSidecar(document, annotations, edit, { files: nodeSidecarFiles, layer }),
  annotator: (folder, corpus) =>
    readAnnotator(fileURLToPath(folder), { setting: undefined, corpus }),
  newId: idMaker({ now: Date.now, random: randomBytes }),
  sidecars: (paths) =>
    sidecarsOfPaths(paths, {
      cwd,
      files: nodeFiles,
      names: (folder) => readdir(folder).catch(() => []),
    }),
  async index(file, paths, { jobs, shard, progress }) {
    const means = {
      cwd,
      files: nodeFiles,
      stampOf,
      readPages: readInProcesses(jobs),
      lexicon: words,
      maker: makerVersion(resourceDir),
      progress,
    }
    return indexPaths(file, paths, { shard, means })
  },
  mergeIndexes: (file, parts) => mergeIndexFiles(file, parts, { lexicon: words }),
  openIndex: readerOf,
  changedPages: (some) => countChanged(some, nodeFiles),
  uriOf: (path) => normalUri(pathToFileURL(resolve(cwd, path)).href),
  read: (path) =>
    readFile(path)
      .then((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      .catch(() => undefined),
  async write(folder, path, content, at) {
    const file = resolve(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content, { flag: at === 'end' ? 'a' : 'w' })
  },
}).then(
  // Not exit(): what is still on its way to a pipe would be lost.
  (status) => {
    process.exitCode = status === 0 && isIncomplete ? 2 : status
  },
  (fault: unknown) => {
    error(`biaozhu: this is a fault of the program: ${inspect(fault)}\n`)
    process.exitCode = 2
  },
)

/**
 * V8 would rather let finished pages lie than collect them: with a small nursery and a heap that grows slowly, a long
 * run needs the memory of a short one. Where it does not know the flags, nothing happens.
 */
function collectOften(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=200')
}
