import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { linesOf } from '../../server/src/disk/pipes.ts'

async function lines(...chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const found: string[] = []
  for await (const line of linesOf(Readable.from(chunks))) found.push(line)
  return found
}

describe('lines of standard input', () => {
  const text = '{"text":"主席陆平"}\r\n{"text":"𠮷"}\n'
  const wanted = ['{"text":"主席陆平"}', '{"text":"𠮷"}']

  it('are those of UTF-8, with and without its mark', async () => {
    assert.deepEqual(await lines(Buffer.from(text)), wanted)
    assert.deepEqual(await lines(Buffer.from(`\uFEFF${text}`)), wanted)
  })

  it('are those of UTF-16 as PowerShell redirects it, and mark and characters may be cut', async () => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    assert.deepEqual(await lines(bytes), wanted)
    assert.deepEqual(await lines(...[...bytes].map((byte) => Uint8Array.of(byte))), wanted)
    const marked = Buffer.from(`\uFEFF${text}`)
    assert.deepEqual(await lines(...[...marked].map((byte) => Uint8Array.of(byte))), wanted)
  })
})
