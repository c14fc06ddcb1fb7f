/** The language server's entry point: node ipc (VS Code) and `--stdio` (any client). */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import packageJson from '../../package.json' with { type: 'json' }
import { createAnalyser } from './corpus/analysis/analysis.ts'
import { Loader } from './corpus/loading/loader.ts'
import { createStore } from './corpus/loading/store.ts'
import { decode } from './disk/decode.ts'
import { nodeFiles } from './disk/files.ts'
import { serve } from './lsp/server.ts'
import { resourceDir } from './resources.ts'
import { defined } from './values/defined.ts'

if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) {
  process.stderr.write('Usage: server.js --stdio (or --node-ipc, --socket=PORT, --pipe=NAME)\n')
  process.exit(2)
}

const analyser = createAnalyser(resourceDir)
const store = createStore(analyser, packageJson.version)

serve(createConnection(ProposedFeatures.all), {
  version: packageJson.version,
  store,
  ...defined({ words: analyser.words }),
  loader: new Loader({ ...store, files: nodeFiles }),
  async bundle(locale) {
    // Only what can be the name of a bundle becomes part of a path.
    const name = /^zh(-(cn|hans.*|sg))?$/i.test(locale)
      ? 'zh-cn'
      : /^[a-z-]{2,20}$/i.exec(locale)?.[0]
    return readText(pathToFileURL(join(resourceDir, 'l10n', `bundle.l10n.${name}.json`)).href)
  },
})

async function readText(uri: string): Promise<string | undefined> {
  const reading = await nodeFiles.read(uri)
  return reading.kind === 'file' ? decode(reading.bytes, 'utf8').text : undefined
}
