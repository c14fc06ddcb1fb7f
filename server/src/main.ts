/** The language server's entry point: node ipc (VS Code) and `--stdio` (any client). */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { createAnalyser } from './corpus/analysis.ts'
import { decode } from './corpus/decode.ts'
import { nodeFiles } from './corpus/files.ts'
import { createLoader } from './corpus/loader.ts'
import { Workspace } from './corpus/workspace.ts'
import { serve } from './lsp/server.ts'
import { resourceDir } from './resources.ts'

if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) {
  process.stderr.write('Usage: server.js --stdio (or --node-ipc, --socket=PORT, --pipe=NAME)\n')
  process.exit(2)
}

const workspace = new Workspace(createAnalyser(resourceDir))

serve(createConnection(ProposedFeatures.all), {
  workspace,
  loader: createLoader(workspace, nodeFiles),
  async bundle(locale) {
    // Only what can be the name of a bundle becomes part of a path.
    const name = /^zh(-(cn|hans.*|sg))?$/i.test(locale)
      ? 'zh-cn'
      : /^[a-z-]{2,20}$/i.exec(locale)?.[0]
    return readText(pathToFileURL(join(resourceDir, 'l10n', `bundle.l10n.${name}.json`)).href)
  },
  readText: async (uri) => (await readText(uri)) ?? '',
})

async function readText(uri: string): Promise<string | undefined> {
  const reading = await nodeFiles.read(uri)
  return reading.kind === 'file' ? decode(reading.bytes, 'utf8').text : undefined
}
