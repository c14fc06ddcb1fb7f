/** The page changes under a running server, and between two sessions: what was marked is found or asked about. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'mocha'
import { isAnchored } from '../../../server/src/annotation/record/record.ts'
import { readSidecar } from '../../../server/src/annotation/sidecar/sidecar.ts'
import { createRepository } from '../../corpus/git-repository.ts'
import { eventually } from '../../eventually.ts'
import { pageChanges, pageSidecar, pageText } from '../../faults/changed-pages.ts'
import { emptyFolder, serverFile } from '../client.ts'
import { folderOf, openWindow, type Window } from './window.ts'

const marked = readSidecar(pageSidecar).records.map((record) =>
  isAnchored(record) ? record.quote.join('…') : '',
)
const count = marked.length

/** Ids of records with diagnostics on the page. */
function reported({ client }: Window): ReadonlySet<string> {
  const uri = client.uri('page.txt')
  const all = client.received.flatMap(({ method, params }) => {
    if (method !== 'textDocument/publishDiagnostics') return []
    const { uri: of, diagnostics } = params as {
      uri: string
      diagnostics: readonly { data?: { id?: string } }[]
    }
    return of === uri ? [diagnostics.flatMap(({ data }) => data?.id ?? [])] : []
  })
  return new Set(all.at(-1))
}

/**
 * Each mention is shown surely where its words stand, or somebody is asked about it. Until the server has read a change, places
 * in the text of before are shown, where now other words are.
 */
async function isWhole(window: Window): Promise<boolean> {
  const sure = (await window.accepted()).filter((each) => !each.endsWith('?'))
  const left = [...marked]
  for (const each of sure) {
    const place = left.indexOf(each.slice(0, each.lastIndexOf(' ')).normalize('NFC'))
    if (place < 0) return false
    left.splice(place, 1)
  }
  return sure.length + reported(window).size === count
}

describe('a page that another program changes', () => {
  for (const { name, change } of pageChanges) {
    it(`by ${name}, while the server runs and between two sessions`, async () => {
      const folder = folderOf(pageText, { 'page.anno.jsonl': pageSidecar })
      const storage = emptyFolder()
      const first = await openWindow(folder, storage)
      // An action has it remember the text.
      await first.client.standard('workspace/executeCommand', {
        command: 'biaozhu.server.setNote',
        arguments: [{ uri: first.client.uri('page.txt'), id: 'M0000', note: '首' }],
      })
      await eventually(() => read(folder).includes('"note":"首"'))
      const sidecar = read(folder)
      writeFileSync(join(folder, 'page.txt'), change(pageText))
      await first.told('page.txt')
      await eventually(
        () => isWhole(first),
        () => `${reported(first).size} reported of ${count}`,
      )
      const live = await first.accepted()
      await first.client.stop()
      writeFileSync(join(folder, 'page.anno.jsonl'), sidecar)
      const next = await openWindow(folder, storage)
      await eventually(
        () => isWhole(next),
        () => `${reported(next).size} reported of ${count}`,
      )
      assert.deepEqual(await next.accepted(), live)
      await next.client.stop()
    })
  }

  it('is exported with its accepted annotations where they are now, by the text that git knows', () => {
    const repository = createRepository()
    try {
      repository.write('corpus.json', '{}')
      repository.write('page.txt', pageText)
      repository.write('page.anno.jsonl', pageSidecar)
      repository.commit()
      const moved = pageChanges.find(({ name }) => name === 'moved paragraphs')
      repository.write('page.txt', moved?.change(pageText).replaceAll('\n', '\r\n') ?? '')
      const out = emptyFolder()
      const cli = join(dirname(serverFile), 'cli.js')
      const args = ['export', '--format', 'brat', '--status', 'accepted', '--out', out, '.']
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
        cwd: repository.folder,
        encoding: 'utf8',
      })
      assert.equal(status, 0, stderr)
      assert.match(stderr, new RegExp(`${count} accepted`))
      const [text, ann] = [read(out, 'page.txt'), read(out, 'page.ann')]
      const characters = [...text]
      const found = [...ann.matchAll(/^T\d+\t\S+ (\d+) (\d+)\t(.*)$/gm)]
      assert.equal(found.length, count)
      for (const [, start, end, words] of found) {
        assert.equal(characters.slice(Number(start), Number(end)).join(''), words)
      }
    } finally {
      repository.remove()
    }
  })
})

function read(folder: string, file = 'page.anno.jsonl'): string {
  return readFileSync(join(folder, file), 'utf8')
}
