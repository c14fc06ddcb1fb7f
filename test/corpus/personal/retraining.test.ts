import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Analyser } from '../../../server/src/corpus/analysis/analysis.ts'
import type { LearnPages } from '../../../server/src/corpus/learning/learn-in-worker.ts'
import { createRetraining } from '../../../server/src/corpus/learning/retraining.ts'
import { markPage } from '../../../server/src/recognition/personal/marked-lines.ts'
import { createOverlay } from '../../../server/src/recognition/personal/overlay.ts'
import { createRecogniser } from '../../../server/src/recognition/recognise.ts'
import { defined } from '../../../server/src/values/defined.ts'
import { lexicon } from '../../lexicon.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { feastPages, feasts, learned } from '../../recognition/personal/pages.ts'
import { means } from '../../recognition/recognised.ts'

const root = 'file:///corpus'
const recogniser = createRecogniser(means)

const analyser: Analyser = {
  lexicon,
  page: analysePage,
  mentions: (text, page, marks) => recogniser.mentions(text, page, marks),
  learned: (page) => markPage(page, means),
  overlay: (model) => createOverlay(model, lexicon),
}

const pages = feastPages(feasts)

/** Without a thread, so that a test can say when it ends. */
const learnHere: LearnPages = async (marked, last) => {
  const all = []
  for await (const page of marked) all.push(page)
  return learned({ pages: all, last })
}

function created(storage: string | undefined, learn?: LearnPages) {
  return createRetraining({
    storage,
    analyser,
    recogniser: '1.2.3',
    warn: assert.fail,
    ...defined({ learn }),
  })
}

async function feastsFound(retraining: ReturnType<typeof created>): Promise<readonly string[]> {
  const text = '说起蜜橘节，人人都很高兴，纷纷点头。'
  const personal = await retraining.overlay(root)
  const marks = { fixed: [], positive: new Map(), negative: new Set<string>(), personal }
  return analyser
    .mentions(text, analyser.page(text), marks)
    .filter(({ type }) => type === 'Feast')
    .map((mention) => `${mention.text} ${mention.source.split(' ')[0]}`)
}

describe('retraining', () => {
  let storage = ''
  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'biaozhu-retraining-'))
  })
  afterEach(() => rm(storage, { recursive: true, force: true }))

  it('learns in a thread of its own what is then suggested, also in the next session', async () => {
    const retraining = created(storage)
    assert.deepEqual(await feastsFound(retraining), [])
    const shares: number[] = []
    const report = await retraining.train(root, pages, { progress: (share) => shares.push(share) })
    assert.ok(report.kind === 'judged' && report.kept)
    assert.equal(report.pages, 5)
    assert.ok(report.after.f1 > report.before.f1)
    assert.ok(shares.every((share) => share >= 0 && share <= 1))
    assert.deepEqual(await feastsFound(retraining), ['蜜橘节 personal'])
    assert.deepEqual(await feastsFound(created(storage)), ['蜜橘节 personal'])
    assert.deepEqual(
      await retraining.learnedPages(root),
      pages.map(({ id }) => id),
    )
    await retraining.forget(root)
    assert.deepEqual(await feastsFound(retraining), [])
  }).timeout(20_000)

  it('keeps the model at work where the new one is worse', async () => {
    let worse = false
    const retraining = created(storage, async (marked, last, options) => {
      const next = await learnHere(marked, last, options)
      assert.ok(next)
      return worse ? { ...next, judgement: { ...next.judgement, kept: false } } : next
    })
    await retraining.train(root, pages)
    const first = await retraining.overlay(root)
    worse = true
    const report = await retraining.train(root, pages.slice(0, 3))
    assert.ok(report.kind === 'judged' && !report.kept)
    assert.equal(await retraining.overlay(root), first)
    assert.equal((await retraining.learnedPages(root)).length, 5)
  })

  it('runs once at a time, and needs two pages', async () => {
    const retraining = created(undefined, learnHere)
    const run = retraining.train(root, pages)
    assert.equal(retraining.isRunning, true)
    assert.deepEqual(await retraining.train(root, pages), { kind: 'busy' })
    assert.equal((await run).kind, 'judged')
    assert.equal(retraining.isRunning, false)
    assert.deepEqual(await retraining.train(root, pages.slice(0, 1)), {
      kind: 'tooFewPages',
      pages: 1,
    })
  })

  it('can be stopped, and leaves what was there', async () => {
    const retraining = created(undefined)
    const stop = new AbortController()
    const run = retraining.train(root, pages, { signal: stop.signal })
    setTimeout(() => stop.abort(), 5)
    assert.deepEqual(await run, { kind: 'cancelled' })
    assert.equal(retraining.isRunning, false)
    assert.equal(await retraining.overlay(root), undefined)
  }).timeout(20_000)

  it('says what went wrong, and can be tried again', async () => {
    const retraining = created(undefined, () => Promise.reject(new Error('no memory')))
    for (let time = 0; time < 2; time++) {
      const report = await retraining.train(root, pages)
      assert.deepEqual(report, { kind: 'failed', message: 'no memory' })
    }
  })

  it('leaves the server free while pages are prepared', async () => {
    // So many that preparing them takes several slices, however fast the machine is.
    const copies = Array.from({ length: 150 }, (_, at) => at)
    const many = copies.flatMap((at) => pages.map((page) => ({ ...page, id: `${page.id}${at}` })))
    let sent = 0
    const retraining = created(undefined, async (marked) => {
      for await (const _ of marked) sent++
      return undefined
    })
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await retraining.train(root, many)
    clearInterval(timer)
    assert.equal(sent, many.length)
    assert.ok(turns > 0)
  })
})
