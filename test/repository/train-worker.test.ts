import assert from 'node:assert/strict'
import * as esbuild from 'esbuild'
import { imports, root } from './sources.ts'

/** Everything that a file needs at run time, itself included. */
function needs(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known
  known.add(file)
  if (!file.endsWith('.ts')) return known
  for (const { target, typeOnly } of imports(file)) if (!typeOnly) needs(target, known)
  return known
}

describe('the worker that learns', () => {
  it('has nothing of the segmenter, nor of what reads files', () => {
    const needed = [...needs('server/src/train-worker.ts')]
    assert.ok(needed.includes('server/src/recognition/personal/line-learner.ts'))
    const outside = needed.filter((file) => !file.endsWith('.ts'))
    assert.deepEqual(outside, ['node:worker_threads'])
    assert.deepEqual(
      needed.filter((file) =>
        /^server\/src\/(?:words\/(?!word-trie|trie)|(?:corpus|feature|lsp)\/)/.test(file),
      ),
      [],
    )
  })

  it('has no nodejieba in its bundle', async () => {
    const { outputFiles, metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: ['server/src/train-worker.ts'],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'cjs',
      external: ['nodejieba'],
    })
    assert.ok(outputFiles.every(({ text }) => !text.includes('nodejieba')))
    assert.ok(Object.keys(metafile.inputs).every((file) => file.startsWith('server/src/')))
  })
})
