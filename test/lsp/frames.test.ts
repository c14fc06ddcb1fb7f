/** Frames of messages on a stream, cut anywhere. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { FrameCheck } from '../../server/src/lsp/frames.ts'

/** What came through of the bytes, handed in in pieces of `size`, and the fault that ended it. */
async function checked(
  bytes: string,
  size: number,
): Promise<readonly [string, string | undefined]> {
  const check = new FrameCheck()
  const through: Buffer[] = []
  check.on('data', (chunk: Buffer) => through.push(chunk))
  const ended = new Promise<string | undefined>((resolve) => {
    check.once('error', ({ message }) => resolve(message))
    check.once('end', () => resolve(undefined))
  })
  const all = Buffer.from(bytes)
  for (let at = 0; at < all.length; at += size) check.write(all.subarray(at, at + size))
  check.end()
  const fault = await ended
  return [Buffer.concat(through).toString(), fault]
}

const frame = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe('frames of messages', () => {
  it('come through as they are, wherever they are cut', async () => {
    const bytes = `${frame('{"a":"嘉兴"}')}content-length:2\r\nX-Y: z\r\n\r\n{}${frame('')}${frame('{}')}`
    for (const size of [1, 2, 3, 7, 1000])
      assert.deepEqual(await checked(bytes, size), [bytes, undefined])
  })

  it('end with a sentence where one is wrong', async () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['Content-Length: -1\r\n\r\n{}', /no number of bytes: "-1"/],
      ['Content-Length: x\r\n\r\n{}', /no number of bytes: "x"/],
      ['Content-Length: \r\n\r\n{}', /no number of bytes: ""/],
      ['Content-Length: 99999999999\r\n\r\n{}', /too long: 99999999999 bytes/],
      ['\r\n\r\n', /no Content-Length/],
      ['Content-Type: x\r\n\r\n{}', /no Content-Length/],
      ['x'.repeat(9000), /no end/],
    ]
    for (const [bytes, sentence] of wrong) {
      for (const size of [1, 1000, 10_000]) {
        const [, fault] = await checked(frame('{}') + bytes, size)
        assert.match(fault ?? '', sentence)
      }
    }
  })
})
