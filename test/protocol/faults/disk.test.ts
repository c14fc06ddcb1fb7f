/** A folder that cannot be written, whatever the rights of who runs the test. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { eventually } from '../../eventually.ts'
import { emptyFolder } from '../client.ts'
import { faultsOf, sidecar, text } from './disk.ts'
import { folderOf, openWindow } from './window.ts'

describe('a folder that cannot be written', () => {
  it('keeps what was marked over the end of the session', async () => {
    const storage = emptyFolder()
    const folder = folderOf(text)
    // Whoever one is: nothing can be written where a folder stands.
    mkdirSync(join(folder, 'page.anno.jsonl'))
    const window = await openWindow(folder, storage)
    await window.mark('嘉兴市', 'Place')
    await eventually(() => faultsOf(window).length > 0)
    await window.client.stop()
    rmSync(join(folder, 'page.anno.jsonl'), { recursive: true })
    const next = await openWindow(folder, storage)
    await next.shows(['嘉兴市 Place'])
    await eventually(() => sidecar(folder).includes('嘉兴市'))
    await next.client.stop()
  })
})
