import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { printRecord, printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { readStored } from '../../server/src/annotation/sidecar/stored.ts'
import { isText, knownText, printed } from '../../server/src/corpus/saving/sidecar-text.ts'
import { markedSidecar } from '../annotation/records.ts'

describe('what is known of the text of a sidecar', () => {
  const { sidecar } = markedSidecar('在⟦嘉兴市|Place⟧举行,⟦富润集团|Organization⟧参加')
  const text = printSidecar(sidecar)
  const read = knownText(text, readStored(text))

  it('tells it from every other, also where they are as long', () => {
    assert.ok(isText(read, text))
    assert.ok(!isText(read, text.replace('嘉兴市', '嘉善县')))
    assert.ok(!isText(read, `${text}\n`))
  })

  it('is the same however it came to be known', () => {
    const ours = printed(sidecar)
    assert.deepEqual(ours.key, read.key)
    assert.equal([...ours].join(''), text)
    assert.deepEqual(ours.key, read.key)
    assert.ok(ours.isThat(read) && printed(sidecar).isThat(ours))
    const [first] = sidecar.records
    assert.ok(first !== undefined)
    const other = printed({ ...sidecar, records: [first] })
    assert.ok(!other.isThat(read) && !other.isThat(ours))
  })

  it('is that of its bytes, also where a part of it would end inside a character', () => {
    for (const before of ['', '一']) {
      const long = `${before}${'😀'.repeat(70_000)}`
      const { key } = knownText(long, readStored(''))
      const sha256 = createHash('sha256').update(Buffer.from(long)).digest('hex')
      assert.deepEqual(key, { length: long.length, sha256 })
    }
  })

  it('is printed with its keys in one order, in whichever they stand', () => {
    for (const record of sidecar.records) {
      const turned = Object.fromEntries(Object.entries(record).reverse()) as typeof record
      assert.equal(printRecord(turned), printRecord(record))
      const said = { ...record, attributes: { z: 1, a: true }, note: undefined }
      assert.match(printRecord(said as never), /"attributes":\{"a":true,"z":1\}/)
      assert.doesNotMatch(printRecord(said as never), /note/)
    }
  })
})
