import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mock } from 'node:test'
import { corpus, created, learnHere, pages } from './retraining.ts'

describe('retraining', () => {
  let storage = ''
  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'biaozhu-retraining-'))
  })
  afterEach(() => rm(storage, { recursive: true, force: true }))

  it('keeps the model at work where the new one is worse', async () => {
    let worse = false
    const retraining = created(storage, async (marked, task, options) => {
      const next = await learnHere(marked, task, options)
      assert.ok(next)
      return worse ? { ...next, judgement: { ...next.judgement, kept: false } } : next
    })
    await retraining.train(corpus, pages)
    const first = await retraining.tagger(corpus)
    worse = true
    const report = await retraining.train(corpus, pages.slice(0, 3))
    assert.ok(report.kind === 'judged' && !report.kept)
    assert.equal(await retraining.tagger(corpus), first)
    assert.equal((await retraining.learnedPages(corpus)).length, 5)
  })

  it('runs once at a time, and needs two pages', async () => {
    const retraining = created(undefined, learnHere)
    const run = retraining.train(corpus, pages)
    assert.equal(retraining.isRunning, true)
    assert.deepEqual(await retraining.train(corpus, pages), { kind: 'busy' })
    assert.equal((await run).kind, 'judged')
    assert.equal(retraining.isRunning, false)
    assert.deepEqual(await retraining.train(corpus, pages.slice(0, 1)), {
      kind: 'tooFewPages',
      pages: 1,
    })
  })

  it('says what went wrong, and can be tried again', async () => {
    const retraining = created(undefined, () => Promise.reject(new Error('no memory')))
    for (let time = 0; time < 2; time++) {
      const report = await retraining.train(corpus, pages)
      assert.deepEqual(report, { kind: 'failed', message: 'no memory' })
    }
  })

  it('leaves the server free while pages are prepared', async () => {
    let sent = 0
    const retraining = created(undefined, async (marked) => {
      for await (const _ of marked) sent++
      return undefined
    })
    // Each look at the clock takes a millisecond, so that there are several slices, however fast the machine is.
    let time = 0
    mock.method(performance, 'now', () => time++)
    let turns = 0
    let next = setImmediate(function turn() {
      turns++
      next = setImmediate(turn)
    })
    try {
      await retraining.train(corpus, pages)
    } finally {
      clearImmediate(next)
      mock.restoreAll()
    }
    assert.equal(sent, pages.length)
    assert.ok(turns >= 3, `${turns} turns in ${time} ms`)
  })
})
