import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { learnInWorker } from '../../../server/src/corpus/learning/learn-in-worker.ts'
import type { MarkedPage } from '../../../server/src/recognition/personal/marked-lines.ts'
import { corpus, created, feastsFound, pages, root } from './retraining.ts'

describe('retraining in a thread of its own', () => {
  let storage = ''
  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'biaozhu-retraining-'))
  })
  afterEach(() => rm(storage, { recursive: true, force: true }))

  it('learns what is then suggested, also in the next session', async () => {
    const retraining = created(storage)
    assert.deepEqual(await feastsFound(retraining), [])
    const shares: number[] = []
    const report = await retraining.train(corpus, pages, {
      progress: (share) => shares.push(share),
    })
    assert.ok(report.kind === 'judged' && report.kept)
    assert.equal(report.pages, 5)
    assert.ok(report.after.f1 > report.before.f1)
    assert.ok(shares.every((share) => share >= 0 && share <= 1))
    assert.deepEqual(await feastsFound(retraining), ['蜜橘节 personal'])
    assert.deepEqual(await feastsFound(created(storage)), ['蜜橘节 personal'])
    assert.deepEqual(
      await retraining.learnedPages(corpus),
      pages.map(({ id }) => id),
    )
    await retraining.forget(root)
    assert.deepEqual(await feastsFound(retraining), [])
  })

  it('can be stopped, and leaves what was there', async () => {
    const stop = new AbortController()
    async function* sent(marked: AsyncIterable<MarkedPage>): AsyncGenerator<MarkedPage> {
      yield* marked
      // In the next turn the thread has been told to learn.
      setImmediate(() => stop.abort())
    }
    const retraining = created(undefined, (marked, task, options) =>
      learnInWorker(sent(marked), task, options),
    )
    const report = await retraining.train(corpus, pages, { signal: stop.signal })
    assert.deepEqual(report, { kind: 'cancelled' })
    assert.equal(retraining.isRunning, false)
    assert.equal(await retraining.tagger(corpus), undefined)
  })
})
