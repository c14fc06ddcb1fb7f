/**
 * Bundles client, server and command line to CommonJS in `dist/`, with the data they read beside them, and what runs in panels
 * for a browser in `dist/webview/`. Options:
 * `--production` (small, no source maps: what the .vsix carries) and `--watch` (again at every change).
 */
import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { declare } from './declare.ts'
import { writeDictionary } from './dictionary.ts'
import { notices } from './notices.ts'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const production = process.argv.includes('--production')
const started = performance.now()

fs.rmSync(dist, { recursive: true, force: true })
fs.mkdirSync(dist)
// The repository is ESM and the bundles are not: VS Code and nodejieba's loader want CommonJS.
fs.writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n')
fs.cpSync(path.join(root, 'server/lexicon'), path.join(dist, 'lexicon'), { recursive: true })
fs.cpSync(path.join(root, 'l10n'), path.join(dist, 'l10n'), { recursive: true })
fs.cpSync(path.join(root, 'docs/guidelines.md'), path.join(dist, 'guidelines.md'))
writeDictionary(path.join(dist, 'dict'))
copyNodejieba()

const entries = {
  extension: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  cli: 'server/src/cli.ts',
  'train-worker': 'server/src/train-worker.ts',
  'index-worker': 'server/src/index-worker.ts',
  library: 'server/src/library.ts',
}
const contexts = await Promise.all([
  ...Object.entries(entries).map(([name, entry]) => esbuild.context(options(name, entry))),
  esbuild.context(webviewOptions()),
])
if (process.argv.includes('--watch')) {
  for (const context of contexts) await context.watch()
  console.log('build: watching')
} else {
  const declared = declare('server/src/library.ts', path.join(dist, 'library.d.ts'))
  // esbuild has said what is wrong.
  const rebuilt = Promise.all(contexts.map((context) => context.rebuild()))
  const results = await rebuilt.catch(() => process.exit(1))
  const bundled = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))
  fs.writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(bundled))
  await Promise.all(contexts.map((context) => context.dispose()))
  fs.chmodSync(path.join(dist, 'cli.js'), 0o755)
  await declared
  console.log(`build: dist/ in ${Math.round(performance.now() - started)} ms`)
}

/** What nodejieba needs to run, so that `dist/` is whole: its sources, tests and own dictionaries stay out. */
function copyNodejieba(): void {
  for (const file of ['package.json', 'LICENSE', 'index.js', 'build/Release/nodejieba.node']) {
    const from = path.join(root, 'node_modules/nodejieba', file)
    const to = path.join(dist, 'node_modules/nodejieba', file)
    fs.cpSync(from, to)
  }
}

/** Panels run in VS Code's own Chromium. Nine tenths of them are ECharts, so that names are shortened, too. */
function webviewOptions(): esbuild.BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: ['client/webview/panel.ts', 'client/webview/panel.css'],
    outdir: path.join(dist, 'webview'),
    bundle: true,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
    sourcemap: production ? false : 'inline',
    minify: production,
    legalComments: 'none',
    logLevel: 'warning',
  }
}

function options(name: string, entry: string): esbuild.BuildOptions {
  const banner = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;"
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.join(dist, `${name}.js`),
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    external: ['vscode', 'nodejieba'],
    // The ES module build first: the UMD build of some language server packages cannot be bundled.
    mainFields: ['module', 'main'],
    sourcemap: production ? false : 'linked',
    // Names stay, so that a stack trace in a report can be read.
    minifySyntax: production,
    minifyWhitespace: production,
    logLevel: 'warning',
    // Sources find files next to themselves as ES modules do; in a bundle "next to" means `dist/`.
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'importMetaUrl' },
    banner: { js: name === 'cli' ? `#!/usr/bin/env node\n${banner}` : banner },
  }
}
