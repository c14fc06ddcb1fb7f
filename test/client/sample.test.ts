/** Whether files are pages in Chinese, and how they read in an encoding, before there is a corpus. */
import assert from 'node:assert/strict'
import { beginning, isChinese, isUtf8, likelyEncoding } from '../../client/src/corpus/sample.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 市总工会 */
const gbk = Uint8Array.of(0xca, 0xd0, 0xd7, 0xdc, 0xb9, 0xa4, 0xbb, 0xe1)
/** 工會 */
const big5 = Uint8Array.of(0xa4, 0x75, 0xb7, 0x7c)

describe('a file before there is a corpus', () => {
  it('is Chinese in UTF-8 and in the older encodings', () => {
    assert.ok(isChinese(utf8('市总工会助力企业\n\n本报讯 2021年')))
    assert.ok(isChinese(gbk))
  })

  it('is Chinese, too, where the sample cuts a character', () => {
    const cut = utf8('市总工会').slice(0, -1)
    assert.ok(isUtf8(cut) && isChinese(cut))
  })

  it('is not where it is another language, nothing, or no text', () => {
    for (const bytes of [
      utf8('All rights reserved. 标注'),
      utf8(''),
      utf8('  \n'),
      utf8('これはペンです'),
      Uint8Array.of(0xca, 0xd0, 0, 0xd7, 0xdc),
      Uint8Array.from({ length: 512 }, (_, i) => 255 - (i % 128)),
    ])
      assert.ok(!isChinese(bytes), new TextDecoder().decode(bytes))
  })

  it('shows how it begins in an encoding', () => {
    assert.equal(beginning(gbk, 'gb18030'), '市总工会')
    assert.equal(beginning(big5, 'big5hkscs'), '工會')
    assert.equal(beginning(gbk, 'gb18030', 2), '市总')
  })

  it('is taken for the encoding that explains most of it', () => {
    assert.equal(likelyEncoding([gbk]), 'gb18030')
    assert.equal(likelyEncoding([]), 'gb18030')
  })
})
