import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, it } from 'mocha'
import { readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { nodeSidecarFiles } from '../../server/src/disk/sidecar-files.ts'
import { inFakeTime } from '../fake-time.ts'

/** Starts a thousand saves and kills the process in the middle of them; how many it had done. */
async function killed(folder: string, first: number, after: number): Promise<number> {
  const saver = join(import.meta.dirname, 'saver.ts')
  const child = spawn(process.execPath, [saver, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let saves = 0
  child.stdout.on('data', (dots: Buffer) => {
    saves += dots.length
    if (saves >= after) child.kill('SIGKILL')
  })
  const signal = await new Promise((resolve) => child.once('close', (_, sent) => resolve(sent)))
  assert.equal(signal, 'SIGKILL')
  return saves
}

describe('a process that is killed while it saves', () => {
  it('leaves a sidecar that is whole, old or new, and no lock that holds others up', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'killed-'))
    try {
      for (const after of [1, 7, 23, 60, 111]) {
        const first = after * 10_000
        const saves = await killed(folder, first, after)
        const { records, problems } = readSidecar(
          await readFile(join(folder, '1.anno.jsonl'), 'utf8'),
        )
        const notes = new Set(records.map((record) => ('note' in record ? record.note : '')))
        assert.deepEqual([records.length, notes.size, problems], [300, 1, []])
        const last = Number([...notes][0]) - first
        // What was reported is there, or the save after it.
        assert.ok(last >= saves - 1 && last <= saves, `${last} of ${saves}`)
      }
      const uri = `${pathToFileURL(folder).href}/1.anno.jsonl`
      await inFakeTime(async (time) => {
        await nodeSidecarFiles.change(uri, (text) => text.replaceAll('嘉兴市', '嘉善县'))
        // A lock that its writer could not sign any more is free after a second.
        assert.ok(time.elapsed < 1500, `${time.elapsed} ms`)
      })
      assert.deepEqual(await readdir(folder), ['1.anno.jsonl'])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
