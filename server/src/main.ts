/** The language server's entry point: node ipc (VS Code) and `--stdio` (any client). */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import packageJson from '../../package.json' with { type: 'json' }
import { createAnalyser } from './corpus/analysis/analysis.ts'
import { Loader } from './corpus/loading/loader.ts'
import { createStore } from './corpus/loading/store.ts'
import { decode } from './disk/decode.ts'
import { nodeFiles } from './disk/files.ts'
import { Ending } from './lsp/ending.ts'
import { FrameCheck } from './lsp/frames.ts'
import { Gate } from './lsp/gate.ts'
import { growInSmallSteps } from './lsp/heap-growth.ts'
import { serve } from './lsp/server.ts'
import { resourceDir } from './resources.ts'
import { defined } from './values/defined.ts'

if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) {
  process.stderr.write('Usage: server.js --stdio (or --node-ipc, --socket=PORT, --pipe=NAME)\n')
  process.exit(2)
}

growInSmallSteps()

const analyser = createAnalyser(resourceDir)
const store = createStore(analyser, packageJson.version)

const ending = new Ending(() => store.close())
const gate = new Gate(ending.close)
const connection = connect()
gate.answerOn(connection)
ending.follow(process)

serve(connection, {
  version: packageJson.version,
  store,
  ...defined({ words: analyser.words }),
  loader: new Loader({ ...store, files: nodeFiles }),
  async guidelines() {
    const uri = pathToFileURL(join(resourceDir, 'guidelines.md')).href
    const text = await readText(uri)
    return text === undefined ? undefined : { uri, text }
  },
  async bundle(locale) {
    // Only what can be the name of a bundle becomes part of a path.
    const name = /^zh(-(cn|hans.*|sg))?$/i.test(locale)
      ? 'zh-cn'
      : /^[a-z-]{2,20}$/i.exec(locale)?.[0]
    return readText(pathToFileURL(join(resourceDir, 'l10n', `bundle.l10n.${name}.json`)).href)
  },
})

function connect(): Connection {
  const options = { messageStrategy: gate }
  const isStdio = process.argv.includes('--stdio')
  return isStdio
    ? createConnection(ProposedFeatures.all, checkedInput(), process.stdout, options)
    : createConnection(ProposedFeatures.all, options)
}

/** Its end ends the process: what is on the way is written first. */
function checkedInput(): NodeJS.ReadableStream {
  const frames = new FrameCheck()
  frames.once('error', ({ message }) => {
    process.stderr.write(`biaozhu: ${message}\n`)
    void ending.end(process, 1)
  })
  process.stdin.once('end', () => void ending.close().then(() => frames.end()))
  return process.stdin.pipe(frames, { end: false })
}

async function readText(uri: string): Promise<string | undefined> {
  const reading = await nodeFiles.read(uri)
  return reading.kind === 'file' ? decode(reading.bytes, 'utf8').text : undefined
}
