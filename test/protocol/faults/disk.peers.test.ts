/** A disk that is full or read-only: the person is told, nothing is lost, and it is saved when that works again. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { eventually } from '../../eventually.ts'
import { needs } from '../../peers.ts'
import { emptyFolder } from '../client.ts'
import { both, faultsOf, sidecar, text } from './disk.ts'
import { folderOf, openWindow } from './window.ts'

function mount(...args: readonly string[]): boolean {
  return spawnSync('mount', args, { stdio: 'ignore' }).status === 0
}

function unmount(folder: string): void {
  spawnSync('umount', [folder], { stdio: 'ignore' })
}

describe('a folder that cannot be written', () => {
  it('is said when it is read-only; what was marked is saved when it no longer is', async function () {
    const folder = folderOf(text)
    const isRoot = process.getuid?.() === 0
    // Modes bind nobody who is root.
    const isClosed = isRoot ? mount('--bind', folder, folder) : process.platform !== 'win32'
    needs(this, 'the right to mount', isClosed)
    if (isRoot) mount('-o', 'remount,ro,bind', folder)
    else chmodSync(folder, 0o555)
    try {
      const window = await openWindow(folder, emptyFolder())
      assert.equal((await window.mark('嘉兴市', 'Place')).kind, 'done')
      await eventually(() => faultsOf(window).length > 0)
      assert.match(faultsOf(window)[0] ?? '', /^(EROFS|EACCES)$/)
      await window.mark('富润集团', 'Organization')
      assert.deepEqual(await window.accepted(), both)
      if (isRoot) mount('-o', 'remount,rw,bind', folder)
      else chmodSync(folder, 0o755)
      await eventually(() => faultsOf(window).at(-1) === 'saved')
      assert.match(sidecar(folder), /嘉兴市[\s\S]*富润集团/)
      await window.client.stop()
    } finally {
      if (isRoot) unmount(folder)
      else chmodSync(folder, 0o755)
    }
  })

  it('is said when its disk is full, even of the name of a file; nothing half-written is left', async function () {
    const folder = emptyFolder()
    const isSmall = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
    needs(this, 'the right to mount', isSmall)
    try {
      writeFileSync(join(folder, 'corpus.json'), '{}')
      writeFileSync(join(folder, 'page.txt'), text)
      const window = await openWindow(folder)
      assert.equal((await window.mark('嘉兴市', 'Place')).kind, 'done')
      await eventually(() => sidecar(folder).includes('嘉兴市'))
      const before = sidecar(folder)
      fill(join(folder, 'filling'))
      await window.mark('富润集团', 'Organization')
      await eventually(() => faultsOf(window).length > 0)
      assert.equal(faultsOf(window)[0], 'ENOSPC')
      assert.equal(sidecar(folder), before)
      assert.deepEqual(await window.accepted(), both)
      rmSync(join(folder, 'filling'))
      await eventually(() => faultsOf(window).at(-1) === 'saved')
      assert.match(sidecar(folder), /嘉兴市[\s\S]*富润集团/)
      assert.deepEqual(readdirSync(folder).sort(), ['corpus.json', 'page.anno.jsonl', 'page.txt'])
      await window.client.stop()
    } finally {
      unmount(folder)
    }
  })
})

/** Takes the last byte of a small disk. */
function fill(path: string): void {
  for (const size of [4096, 1]) {
    for (;;) {
      try {
        writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
      } catch {
        break
      }
    }
  }
}
