import assert from 'node:assert/strict'
import { records, run } from './run.ts'

/** What stands in `【…】` is found. */
const disk = {
  'p/a.gold.txt': '在【⟦助企十条|Initiative⟧】和【甲】⟦乙市|Place⟧',
  'p/b.txt': '没有标记',
}

describe('biaozhu score', () => {
  it('prints exact and overlapping figures by type', async () => {
    const { out, error, status } = await run('score p', disk)
    assert.deepEqual(out.split('\n'), [
      'TYPE        PRECISION  RECALL  F1    OVERLAP P  R      F1    GOLD  FOUND  RIGHT',
      'micro       50.0       50.0    50.0  50.0       50.0   50.0  2     2      1',
      'Initiative  50.0       100.0   66.7  50.0       100.0  66.7  1     2      1',
      'Place       0.0        0.0     0.0   0.0        0.0    0.0   1     0      0',
      '',
    ])
    assert.equal(error, 'biaozhu: no marks, not scored: b.txt\n')
    assert.equal(status, 0)
  })

  it('prints records with exactly these keys, in this order', async () => {
    const { out } = await run('score --format jsonl p', disk)
    assert.equal(
      out.split('\n')[0],
      '{"type":"micro","precision":0.5,"recall":0.5,"f1":0.5,' +
        '"overlap":{"precision":0.5,"recall":0.5,"f1":0.5},"gold":2,"found":2,"right":1}',
    )
  })

  it('lists what differs, of all types or of one', async () => {
    const all = await run('score --errors p', disk)
    assert.deepEqual(all.out.split('\n').slice(0, 3), [
      'PAGE        KIND    TYPE        TEXT                          FOUND AS',
      'a.gold.txt  wrong   Initiative  在【助企十条】和【⟦甲⟧】乙市  test',
      'a.gold.txt  missed  Place       在【助企十条】和【甲】⟦乙市⟧',
    ])
    const one = await run('score --format jsonl --errors Place p', disk)
    assert.deepEqual(records(one.out), [
      {
        page: 'a.gold.txt',
        kind: 'missed',
        type: 'Place',
        text: '乙市',
        context: '在【助企十条】和【甲】⟦乙市⟧',
      },
    ])
  })

  it('scores articles against a list', async () => {
    const page = '工会推出十项举措\n\n本报讯(记者王鑫)永州市总工会日前推出十项举措,受到职工好评。\n'
    const list = [
      {
        doc: 'x',
        headline: '工会推出十项举措',
        starts_with: '工会推出',
        byline: ['王鑫', '方大丰'],
        body_starts_with: '本报讯',
      },
    ]
    const both = { 'x.txt': page, 'list.json': JSON.stringify(list) }
    const { out, status } = await run('score --articles list.json x.txt', both)
    assert.match(out, /^byline +100\.0 +50\.0 +66\.7 +2 +1 +1$/m)
    assert.match(out, /^article +100\.0 +100\.0 +100\.0 /m)
    assert.equal(status, 0)
    const errors = await run('score --articles list.json --errors byline x.txt', both)
    assert.match(errors.out, /^x\.txt +missed +byline +方大丰 \(工会推出十项举措\)$/m)
  })

  it('ends with status 2 where nothing can be scored', async () => {
    const bad = { 'a.txt': '甲', 'open.txt': '⟦甲|Place⟧⟦乙', 'list.json': '{}', 'none.json': '[]' }
    for (const [args, why] of [
      ['score a.txt', /no page has marks/],
      ['score open.txt', /a mark is not closed in open\.txt/],
      ['score --articles missing.json a.txt', /cannot read missing\.json/],
      ['score --articles list.json a.txt', /not a list of articles/],
      ['score --articles none.json a.txt', /none of these pages/],
      ['mentions --errors a.txt', /takes no --errors/],
      ['articles --articles list.json a.txt', /takes no --articles/],
      ['score --out o a.txt', /takes no --out/],
    ] as const) {
      const { status, out, error } = await run(args, bad)
      assert.deepEqual([status, out], [2, ''], args)
      assert.match(error, why, args)
    }
  })
})
