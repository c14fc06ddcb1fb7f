import assert from 'node:assert/strict'
import { confirmed, reanchorSidecar } from '../../server/src/annotation/anchor/sidecar.ts'
import { isAnchored } from '../../server/src/annotation/record/record.ts'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import {
  printSidecar,
  readSidecar,
  type Sidecar,
} from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from './records.ts'

/** The sidecar after its text became `after`; both texts are known. */
function brought(sidecar: Sidecar, before: string, after: string): Sidecar {
  return reanchorSidecar(sidecar, textView(after), 'page.txt', () => before).sidecar
}

/** Quote, doubt and what was marked of each record. */
function shown({ records }: Sidecar): readonly string[] {
  return records
    .filter(isAnchored)
    .map(({ quote, anchor, marked }) => [...quote, anchor, marked].filter(Boolean).join(' '))
}

describe('a sidecar brought to a changed page', () => {
  const { text, sidecar } = markedSidecar('副主席⟦贾平|Person⟧昨天在⟦扬州市|Place⟧说')

  it('describes the new text', () => {
    const after = '据悉,副主席贾萍昨天在扬州市说'
    const result = brought(sidecar, text, after)
    assert.equal(result.header?.sha256, textView(after).sha256)
    assert.equal(result.header?.length, 15)
    assert.deepEqual(shown(result), ['贾萍 changed 贾平', '扬州市'])
    assert.deepEqual(
      result.records.filter(isAnchored).map(({ at }) => at),
      [[[6, 8]], [[11, 14]]],
    )
  })

  it('keeps what was marked through several changes, and forgets it when it is back', () => {
    const second = text.replace('贾平', '贾萍')
    const third = text.replace('贾平', '贾小萍')
    let at = brought(sidecar, text, second)
    at = brought(at, second, third)
    assert.deepEqual(shown(at), ['贾小萍 changed 贾平', '扬州市'])
    at = brought(at, third, second)
    assert.deepEqual(shown(at), ['贾萍 changed 贾平', '扬州市'])
    assert.deepEqual(brought(at, second, text), sidecar)
  })

  it('keeps an orphan with its quote, and finds it when its text is back', () => {
    const after = '今天没有别的消息'
    const gone = brought(sidecar, text, after)
    assert.deepEqual(shown(gone), ['贾平 orphan', '扬州市 orphan'])
    const stored = readSidecar(printSidecar(gone))
    assert.equal(printSidecar(brought(stored, after, text)), printSidecar(sidecar))
  })

  it('leaves a page alone that did not change', () => {
    assert.deepEqual(brought(sidecar, text, text), sidecar)
    assert.deepEqual(brought(sidecar, text, `\uFEFF${text}`), sidecar)
  })

  it('tells of each record how it was found', () => {
    const result = reanchorSidecar(sidecar, textView(`新${text}`), 'page.txt', () => text)
    const [first] = result.sidecar.records
    assert.ok(first !== undefined)
    assert.equal(result.anchorings.get(first)?.how, 'diff')
  })

  it('gets a header where it had none, and keeps what is not anchored', () => {
    const bare: Sidecar = {
      header: undefined,
      records: [...sidecar.records, { kind: 'page', id: 'P', what: 'done' }],
      broken: [{ text: 'x', line: 9, after: 'P' }],
    }
    const result = reanchorSidecar(bare, textView(text), 'page.txt').sidecar
    assert.deepEqual(result, { ...bare, header: sidecar.header })
  })

  it('is certain again when a person confirms a place', () => {
    const after = '副主席贾萍昨天在扬州市说'
    const [record] = brought(sidecar, text, after).records.filter(isAnchored)
    assert.ok(record?.anchor === 'changed')
    const { anchor, marked, quote } = confirmed(record, record.at, textView(after))
    assert.deepEqual([anchor, marked, quote], [undefined, undefined, ['贾萍']])
  })
})
