import assert from 'node:assert/strict'
import { decode, isKnownEncoding } from '../../server/src/disk/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: readonly (number | readonly number[])[]) => Uint8Array.from(values.flat())
/** 浙江工人日报 in GB18030. */
const paper = [0xd5, 0xe3, 0xbd, 0xad, 0xb9, 0xa4, 0xc8, 0xcb, 0xc8, 0xd5, 0xb1, 0xa8]

describe('decoding a page', () => {
  const read = (input: Uint8Array, encoding = 'gb18030') => {
    const { text, encoding: found, state } = decode(input, encoding)
    return [text, found, state]
  }

  it('reads UTF-8, with and without byte order mark', () => {
    assert.deepEqual(read(utf8('版𠮷')), ['版𠮷', 'utf8', 'ready'])
    assert.deepEqual(read(utf8('\uFEFF版\uFEFF')), ['版\uFEFF', 'utf8bom', 'ready'])
    assert.deepEqual(read(bytes()), ['', 'utf8', 'ready'])
  })

  it('reads what is not UTF-8 as GB18030, four bytes a character included', () => {
    assert.deepEqual(read(bytes(paper)), ['浙江工人日报', 'gb18030', 'ready'])
    assert.deepEqual(read(bytes(paper, [0x95, 0x32, 0x82, 0x36])), [
      '浙江工人日报𠀀',
      'gb18030',
      'ready',
    ])
  })

  it('reads what is not UTF-8 in the encoding of the corpus', () => {
    assert.deepEqual(read(bytes(0xa4, 0xa4, 0xa4, 0xe5), 'big5'), ['中文', 'big5', 'ready'])
    assert.deepEqual(read(bytes(paper), 'no-such'), ['浙江工人日报', 'gb18030', 'ready'])
  })

  it('reads UTF-16 by its byte order mark or by the encoding of the corpus', () => {
    assert.deepEqual(read(bytes(0xff, 0xfe, 0x48, 0x72)), ['版', 'utf16le', 'ready'])
    assert.deepEqual(read(bytes(0xfe, 0xff, 0x72, 0x48)), ['版', 'utf16be', 'ready'])
    assert.deepEqual(read(bytes(0xa5, 0x62, 0x31, 0, 0x31, 0), 'utf16le'), [
      '报11',
      'utf16le',
      'ready',
    ])
  })

  it('keeps a page that was cut inside a character as UTF-8', () => {
    const cut = utf8('诸暨市总工会推出“助企十条”，靶向助力市场主体').subarray(0, -1)
    assert.deepEqual(read(cut).slice(1), ['utf8', 'ready'])
  })

  it('keeps replacement characters that stand in the file', () => {
    assert.deepEqual(read(utf8('\uFFFD\uFFFD')), ['\uFFFD\uFFFD', 'utf8', 'ready'])
  })

  it('loses no page to a stray NUL', () => {
    assert.deepEqual(read(utf8('a\0版')), ['a\0版', 'utf8', 'ready'])
    assert.deepEqual(read(utf8(`${'版'.repeat(200)}\0\0\0\0`))[2], 'ready')
  })

  it('sees that a file is binary', () => {
    const png = bytes([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ])
    assert.equal(read(png)[2], 'binary')
  })

  it('keeps the text of a page over 5 MB, for reading only', () => {
    const { text, state } = decode(utf8('版'.repeat(1_700_000)), 'gb18030')
    assert.deepEqual([text.length, state], [1_700_000, 'tooLarge'])
  })

  it('knows the names of VS Code and of the Encoding Standard', () => {
    const names = ['gb18030', 'gbk', 'big5hkscs', 'cp950', 'utf16le', 'utf8bom', 'Shift_JIS']
    assert.deepEqual(names.filter(isKnownEncoding), names)
    assert.equal(isKnownEncoding('gb-eighteen'), false)
  })
})
