import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'mocha'
import { readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { lineIndex, spanToRange } from '../../server/src/text/lines.ts'
import { randomNumbers } from '../annotation/random.ts'
import { emptyFolder, startClient, type TestClient } from '../protocol/client.ts'
import { rounds } from '../rounds.ts'

const server = resolve(import.meta.dirname, '../../server/src/main.ts')
const names = Array.from({ length: 400 }, (_, i) => `名${i + 100}`)
const text = `${names.join('、')}。\n`

/** What the server said was done, and what it was asked and never answered. */
interface Told {
  /** Type by id; `undefined` for one that is deleted. */
  readonly confirmed: Map<string, string | undefined>
  readonly asked: Set<string>
}

describe('a server that is killed after an answer', () => {
  it('has all that it confirmed when it starts again', async () => {
    const folder = emptyFolder()
    const storage = emptyFolder()
    writeFileSync(join(folder, 'corpus.json'), '{}')
    writeFileSync(join(folder, '1.txt'), text)
    const start = () =>
      startClient({ folder, server, initializationOptions: { annotator: '王丽', storage } })
    const random = randomNumbers(7)
    const told: Told = { confirmed: new Map(), asked: new Set() }
    let next = 0
    for (let cycle = 0; cycle < rounds(2) && next < names.length; cycle++) {
      const client = await start()
      const answers = 4 + random.below(12)
      next = await actUntilKilled(client, told, { next, answers, below: random.below })
      const after = await start()
      await after.stop()
      const { records, problems } = readSidecar(readFileSync(join(folder, '1.anno.jsonl'), 'utf8'))
      assert.deepEqual(problems, [])
      const types = new Map(records.map((each) => [each.id, each.kind === 'span' ? each.type : '']))
      for (const [id, type] of told.confirmed) {
        if (!told.asked.has(id)) assert.equal(types.get(id), type, `cycle ${cycle}: ${id}`)
      }
      // What nobody answered may be done or not: the file says which.
      for (const id of told.asked) told.confirmed.set(id, types.get(id))
      told.asked.clear()
    }
    assert.ok(told.confirmed.size > 0)
  })
})

/** Marks, retypes and deletes, three at a time, until the server has answered so often; then it is killed at once. */
async function actUntilKilled(
  client: TestClient,
  { confirmed, asked }: Told,
  options: {
    readonly next: number
    readonly answers: number
    readonly below: (n: number) => number
  },
): Promise<number> {
  const { answers, below } = options
  let { next } = options
  let left = answers
  const ended = new Promise((done) => client.process.once('exit', done))
  const uri = client.uri('1.txt')
  const lines = lineIndex(text)
  const ask = (name: string, values: object): Promise<{ kind: string; answer?: { id?: string } }> =>
    client.standard('workspace/executeCommand', {
      command: `biaozhu.server.${name}`,
      arguments: [{ uri, ...values }],
    })
  const one = async (): Promise<void> => {
    const ids = [...confirmed].flatMap(([id, type]) =>
      type === undefined || asked.has(id) ? [] : [id],
    )
    const id = ids[below(ids.length + 2)]
    const type = ['Person', 'Place', 'Group'][below(3)] ?? ''
    if (id === undefined) {
      const words = names[next++ % names.length] ?? ''
      const at = text.indexOf(words)
      const range = spanToRange(lines, { start: at, end: at + words.length })
      const { kind, answer } = await ask('mark', { range, type })
      if (kind === 'done' && answer?.id !== undefined) confirmed.set(answer.id, type)
      return
    }
    asked.add(id)
    const isDeleted = below(4) === 0
    const { kind } = await (isDeleted ? ask('delete', { id }) : ask('retype', { id, type }))
    if (kind === 'done') confirmed.set(id, isDeleted ? undefined : type)
    asked.delete(id)
  }
  const worker = async (): Promise<void> => {
    while (left > 0) {
      await one()
      if (--left === 0) client.process.kill('SIGKILL')
    }
  }
  // Those that wait for an answer when the server is killed never get one.
  await Promise.allSettled([worker(), worker(), worker()])
  await ended
  return next
}
