import assert from 'node:assert/strict'
import {
  pageNamed,
  pageStem,
  readSidecarName,
  sidecarPath,
} from '../../server/src/disk/sidecar-names.ts'

describe('names of sidecars', () => {
  it('are those of their pages', () => {
    assert.equal(sidecarPath('p/2021.11.22.txt'), 'p/2021.11.22.anno.jsonl')
    assert.equal(sidecarPath('p/a.txt', '王丽'), 'p/a.anno.王丽.jsonl')
    assert.equal(sidecarPath('file:///p.q/a'), 'file:///p.q/a.anno.jsonl')
    for (const page of ['p/2021.11.22.txt', 'p.q/a', 'p\\\\a.txt']) {
      for (const layer of [undefined, '王丽', 'b.c']) {
        const name = { stem: pageStem(page), layer }
        assert.deepEqual(readSidecarName(sidecarPath(page, layer)), name)
      }
    }
  })

  it('are no other names', () => {
    for (const name of ['a.txt', 'a.jsonl', '.anno.jsonl', 'p/.anno.jsonl', 'a.anno/b.jsonl']) {
      assert.equal(readSidecarName(name), undefined, name)
    }
  })

  it('lead back to the page, a text file before others', () => {
    const names = ['a.anno.jsonl', 'a.json', 'a.ann', 'a.md', 'a.TXT', 'ab.txt']
    assert.equal(pageNamed('a', names), 'a.TXT')
    assert.equal(pageNamed('a', ['a.anno.jsonl', 'a.text']), 'a.text')
    assert.equal(pageNamed('a', ['a.anno.jsonl', 'a.json']), undefined)
  })
})
