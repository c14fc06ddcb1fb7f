/** Two windows on one folder annotate one page: both see both, and nothing is lost. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { readSidecar } from '../../../server/src/annotation/sidecar/sidecar.ts'
import { eventually } from '../../eventually.ts'
import { folderOf, openWindow } from './window.ts'

describe('two windows on one folder', () => {
  it('both see what either marks, removes and changes', async () => {
    const folder = folderOf('在嘉兴市举行,富润集团参加。\n')
    const [one, two] = [await openWindow(folder), await openWindow(folder)]
    await Promise.all([one.mark('嘉兴市', 'Place'), two.mark('富润集团', 'Organization')])
    const both = ['嘉兴市 Place', '富润集团 Organization']
    for (const window of [one, two]) {
      await eventually(() => recordsIn(folder) === 2)
      await window.told('page.anno.jsonl')
      await window.shows(both)
    }
    const [place] = readSidecar(read(folder)).records
    await two.client.standard('workspace/executeCommand', {
      command: 'biaozhu.server.delete',
      arguments: [{ uri: two.client.uri('page.txt'), id: place?.id }],
    })
    await eventually(() => recordsIn(folder) === 1)
    await one.told('page.anno.jsonl')
    await one.shows(['富润集团 Organization'])
    await one.mark('富润集团', 'Group')
    await eventually(() => read(folder).includes('Group'))
    await two.told('page.anno.jsonl')
    await two.shows(['富润集团 Group'])
    await Promise.all([one.client.stop(), two.client.stop()])
    assert.deepEqual(readdirSync(folder).sort(), ['corpus.json', 'page.anno.jsonl', 'page.txt'])
  })

  it('see what came together in saving, also when nobody says that the file has changed', async () => {
    const folder = folderOf('在嘉兴市举行,富润集团参加。\n')
    const [one, two] = [await openWindow(folder), await openWindow(folder)]
    await one.mark('嘉兴市', 'Place')
    await eventually(() => recordsIn(folder) === 1)
    // What the other server said so far has come before its next answer.
    await two.accepted()
    two.client.received.length = 0
    await two.mark('富润集团', 'Organization')
    await two.shows(['嘉兴市 Place', '富润集团 Organization'])
    await eventually(() => two.client.received.some(({ method }) => method === 'biaozhu/changed'))
    await Promise.all([one.client.stop(), two.client.stop()])
  })

  it('lose none of two hundred marks that come without a pause', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `名${i + 100}`)
    const folder = folderOf(`${names.join('、')}。\n`)
    const windows = [await openWindow(folder), await openWindow(folder)]
    await Promise.all(names.map((name, i) => windows[i % 2]?.mark(name, 'Person')))
    await eventually(
      () => recordsIn(folder) === 200,
      () => `${recordsIn(folder)} of 200`,
    )
    for (const window of windows) {
      await window.told('page.anno.jsonl')
      await window.shows(names.map((name) => `${name} Person`))
      await window.client.stop()
    }
  })
})

function read(folder: string): string {
  return readFileSync(join(folder, 'page.anno.jsonl'), 'utf8')
}

function recordsIn(folder: string): number {
  try {
    return readSidecar(read(folder)).records.length
  } catch {
    return 0
  }
}
