import assert from 'node:assert/strict'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from '../annotation/records.ts'
import { records, run } from './run.ts'

const gold = '在⟦甲市|Place⟧见⟦乙|Person⟧和⟦丙|Person⟧'
const other = '在⟦甲|Place⟧市见⟦乙|Person⟧和⟦丙|Group⟧'
const { text, sidecar } = markedSidecar(gold)
const theirs = printSidecar(markedSidecar(other).sidecar)
const disk = {
  'one/p.txt': text,
  'one/p.anno.jsonl': printSidecar(sidecar),
  'one/p.anno.li.jsonl': theirs,
  'two/p.txt': text.replaceAll('\n', '\r\n'),
  'two/p.anno.jsonl': theirs,
  'marked/p.gold.txt': gold,
  'changed/p.txt': `${text}。`,
  'changed/p.anno.jsonl': theirs,
  'plain/p.txt': text,
}

const sides = ['one --against two', 'marked --against two', 'one --against-layer li']

describe('biaozhu score of two annotators', () => {
  it('prints kappa and alpha beside precision, recall and F1, of folders, layers and marked pages', async () => {
    const seen = new Set<string>()
    for (const args of sides) {
      const { out, status } = await run(`score ${args}`, disk)
      assert.equal(status, 0, args)
      seen.add(out)
    }
    assert.equal(seen.size, 1)
    const [out = ''] = seen
    assert.match(out, /^TYPE .* GOLD +FOUND +RIGHT +KAPPA +ALPHA\n/)
    // Characters: 在甲市见乙和丙, 7; Place 2 and 1 of them.
    assert.match(out, /^Place +0\.0 +0\.0 +0\.0 +100\.0 +100\.0 +100\.0 +1 +1 +0 +0\.588 /m)
    assert.match(out, /^Person +100\.0 +50\.0 +66\.7 +/m)
  })

  it('has them in records, null where nothing could disagree', async () => {
    const { out } = await run('score --format jsonl one --against two', disk)
    const [micro, ...types] = records(out)
    assert.deepEqual(Object.keys(micro ?? {}), [
      ...['type', 'precision', 'recall', 'f1', 'overlap', 'gold', 'found', 'right'],
      ...['kappa', 'alpha'],
    ])
    assert.equal(types.length, 3)
  })

  it('lists what differs, and which types are taken for which', async () => {
    const errors = await run('score --errors --format jsonl one --against two', disk)
    assert.deepEqual(
      records(errors.out).map(({ kind, gold, found, text, foundText }) => [
        ...[kind, gold, found, text, foundText],
      ]),
      [
        ['borders', 'Place', 'Place', '甲市', '甲'],
        ['type', 'Person', 'Group', '丙', undefined],
      ],
    )
    const { out } = await run('score --confusion one --against two', disk)
    assert.match(out, /^GOLD \\ FOUND +Person +Group +Place +–\nPerson +1 +1 +· +·$/m)
  })

  it('compares with suggestions where it is asked to', async () => {
    const found = { 'g/p.txt': '⟦【甲】|Initiative⟧', 's/p.txt': '【甲】' }
    const none = await run('score g --against s', found)
    assert.equal(none.status, 2)
    const { out } = await run('score --status all g --against s', found)
    assert.match(out, /^Initiative /m)
  })

  it('scores what is found against what people accepted beside a page', async () => {
    const { out, status } = await run('score one', disk)
    assert.equal(status, 0)
    assert.match(out, /^micro +0\.0 +0\.0 +0\.0 .* 3 +0 +0$/m)
  })

  it('ends with status 2 where no page is on both sides, and says why', async () => {
    const differ = await run('score one --against changed', disk)
    assert.equal(differ.status, 2)
    assert.match(differ.error, /the texts differ, not scored: p\.txt/)
    const plain = await run('score one --against plain', disk)
    assert.equal(plain.status, 2)
    assert.match(plain.error, /no marks, not scored: p\.txt|no page has marks/)
    assert.equal((await run('score one --against missing', disk)).status, 2)
  })
})
