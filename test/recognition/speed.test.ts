/** Time: grows with the length of a text, whatever it is made of; an edit costs its own article. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRecogniser, recognisePage } from '../../server/src/recognition/recognise.ts'
import { analysePage } from '../page/analyse-page.ts'
import { segment } from '../words/segmenter.ts'
import { oneArticlePage } from './one-article.ts'
import { means } from './recognised.ts'

const seed = readFileSync(new URL('../../seeds/001_b66ab0af8ed20314.txt', import.meta.url), 'utf8')

/** Milliseconds, the best of several runs. */
function best(run: () => void, runs = 3): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const started = performance.now()
      run()
      return performance.now() - started
    }),
  )
}

function time(text: string): number {
  return best(() => void recognisePage(text, oneArticlePage(text), means))
}

const kinds: Readonly<Record<string, string>> = {
  'a page': seed,
  'a page in one line': seed.replace(/\n/g, ''),
  Han: '职',
  digits: '7',
  numerals: '十',
  punctuation: ',。;',
  'opening quotes': '“',
  'opening brackets': '(《',
  spaces: ' ',
  'line breaks': '\n',
  'traditional characters': '國務院總理會見各國代表並發表講話。',
  English: 'The quick brown fox jumps over. ',
  letters: 'a',
  emoji: '😀',
  organisations: '嘉兴市总工会',
  divisions: '浙江省杭州市',
  names: '张小明',
  surnames: '张王李赵、',
  posts: '主席',
  sites: '驿站',
  dates: '2021年',
  addresses: 'a@b.',
}

describe('time of recognising', () => {
  before(() => void time(seed))

  for (const [kind, piece] of Object.entries(kinds)) {
    it(`grows with the length of ${kind}`, () => {
      const [short, long] = [5_000, 50_000].map((length) =>
        time(piece.repeat(Math.ceil(length / piece.length))),
      )
      // Linear is ten times; squares would be a hundred times. The rest is for a busy machine.
      assert.ok((long ?? 0) < 20 * (short ?? 0) + 50, `${short} ms, ${long} ms`)
    }).timeout(20_000)
  }

  it('is some seconds at most for one line of a megabyte', () => {
    const line = seed.replace(/\n/g, '')
    const text = line.repeat(Math.ceil(350_000 / line.length))
    assert.ok(Buffer.byteLength(text) > 1_000_000)
    assert.ok(best(() => void recognisePage(text, analysePage(text), means), 1) < 10_000)
  }).timeout(20_000)

  it('is that of its own article after an edit', () => {
    let segmented = 0
    const { mentions } = createRecogniser({
      ...means,
      segment(text) {
        segmented += text.length
        return segment(text)
      },
    })
    mentions(seed, analysePage(seed))
    assert.ok(segmented > seed.length / 2)
    segmented = 0
    const at = seed.indexOf('。', seed.length / 2)
    const edited = `${seed.slice(0, at)}好${seed.slice(at)}`
    const page = analysePage(edited)
    mentions(edited, page)
    const longest = Math.max(...page.articles.map(({ logical }) => logical.text.length))
    assert.ok(segmented > 0 && segmented <= longest, `${segmented} of ${seed.length}`)
  })

  it('is small for one mark more among thousands', () => {
    const seeds = new URL('../../seeds/', import.meta.url)
    const text = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(new URL(name, seeds), 'utf8'))
      .join('\n')
    const page = analysePage(text)
    const { mentions } = createRecogniser(means)
    const cold = best(() => void mentions(text, page), 1)
    const fixed = Array.from({ length: 4000 }, (_, index) => {
      const start = index * Math.floor(text.length / 4000)
      return { span: { start, end: start + 2 + (index % 4) }, type: 'Person' }
    })
    const marks = { fixed, positive: new Map<string, string>(), negative: new Set<string>() }
    mentions(text, page, marks)
    const first = { span: { start: 100, end: 104 }, type: 'Place' }
    let count = 0
    const more = best(() => {
      count++
      const others = [{ ...first, span: { start: 100, end: 104 + count } }]
      mentions(text, page, { ...marks, fixed: [...fixed, ...others] })
    })
    assert.ok(more < cold / 5, `${more} ms after ${cold} ms`)
  }).timeout(20_000)
})
