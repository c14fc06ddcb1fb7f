/** Addresses of articles read in order. */
import assert from 'node:assert/strict'
import { printAddress, readAddress, tabName } from '../../client/src/article/address.ts'

describe('the address of an article', () => {
  it('is read as it was printed', () => {
    const address = { page: 'file:///c/%E6%8A%A5.txt', article: 3 }
    assert.deepEqual(readAddress(printAddress(address)), address)
  })

  it('that is none gives no article', () => {
    for (const query of ['', '{', '[]', '[1,"a"]', 'null'])
      assert.equal(readAddress(query), undefined)
  })

  it('has a title without folders in it', () => {
    assert.equal(tabName('“线上/线下”\n并行？#1'), '“线上 线下” 并行？ 1')
    assert.equal(tabName('  '), '—')
  })
})
