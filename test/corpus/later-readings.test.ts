/** Another program writes a sidecar twice, and what it wrote first is known later. */
import assert from 'node:assert/strict'
import type { Header } from '../../server/src/annotation/record/record.ts'
import {
  describeSpans,
  headerOf,
  textHash,
  textView,
} from '../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { Sidecars } from '../../server/src/corpus/saving/sidecars.ts'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { root, workspaceOf } from './in-memory.ts'

const page = `${root}/1.txt`
const sidecar = `${root}/1.anno.jsonl`
const text = '在嘉兴市举行,富润集团参加。\n'
const view = textView(text)
const header = headerOf(view, '1.txt')
const old = textHash('old')

function stored(words: string, { sha256 }: Header): string {
  const start = text.indexOf(words)
  const anchor = describeSpans(view, [{ start, end: start + words.length }])
  const record = { kind: 'span', id: 'A', ...anchor, type: 'Place', status: 'accepted' } as const
  return printSidecar({ header: { ...header, sha256 }, records: [record], broken: [] })
}

describe('a sidecar that another program writes twice', () => {
  for (const slow of ['read', 'recall'] as const) {
    it(`is shown as it was written last, however long the first ${slow} takes`, async () => {
      const [reached, gone] = [signal(), signal()]
      const wait = (): Promise<void> => {
        reached.give()
        return gone.given
      }
      let disk = ''
      const workspace = workspaceOf({ '1.txt': text })
      const sidecars = new Sidecars({
        workspace,
        files: {
          async read() {
            const read = disk
            if (slow === 'read' && read.includes('"quote":["嘉兴市"]')) await wait()
            return read
          },
          change: () => assert.fail('nothing is to be written'),
        },
        async recall(sha256) {
          if (sha256 === old) await wait()
        },
      })
      await sidecars.load(page)
      disk = stored('嘉兴市', slow === 'read' ? header : { ...header, sha256: old })
      const first = sidecars.changed(sidecar)
      await reached.given
      disk = stored('富润集团', header)
      await sidecars.changed(sidecar)
      gone.give()
      await first
      const { decided = [] } = findPage(workspace.snapshot(), page)?.document ?? {}
      assert.deepEqual(
        decided.map((mention) => mention.text),
        ['富润集团'],
      )
    })
  }
})

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
