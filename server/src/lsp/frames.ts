/** The frames around messages on a stream: what is none ends the stream, as nobody can tell where the next one begins. */
import { Transform, type TransformCallback } from 'node:stream'

/** Bytes of a header, and of a message: more cannot become one string. */
const longestHeader = 8192
const longestMessage = 500_000_000

/** Hands on what comes in unchanged; the first frame that is wrong fails it with a sentence in English. */
export class FrameCheck extends Transform {
  /** Bytes that are left of a message. */
  #left = 0
  /** What has come of a header. */
  #header = ''

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const fault = this.#faultIn(chunk)
    if (fault === undefined) done(null, chunk)
    else done(new Error(fault))
  }

  #faultIn(chunk: Buffer): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      if (this.#left > 0) {
        const taken = Math.min(this.#left, chunk.length - at)
        this.#left -= taken
        at += taken
        continue
      }
      // Headers are ASCII: each byte is a character.
      const before = this.#header.length
      this.#header += chunk.toString('latin1', at, at + longestHeader)
      const end = this.#header.indexOf(headerEnd, Math.max(0, before - headerEnd.length))
      if (end < 0) {
        at += this.#header.length - before
        if (this.#header.length > longestHeader) return 'A header has no end.'
        continue
      }
      const fault = this.#begin(this.#header.slice(0, end))
      if (fault !== undefined) return fault
      at += end + headerEnd.length - before
      this.#header = ''
    }
    return undefined
  }

  /** A message begins behind this header. */
  #begin(header: string): string | undefined {
    const [, value] = /^content-length:[ \t]*([^\r\n]*?)[ \t]*$/im.exec(header) ?? []
    if (value === undefined) return 'A header has no Content-Length.'
    if (!/^\d+$/.test(value)) return `A Content-Length is no number of bytes: ${printed(value)}.`
    if (Number(value) > longestMessage) return `A message is too long: ${value} bytes.`
    this.#left = Number(value)
    return undefined
  }
}

const headerEnd = '\r\n\r\n'

function printed(value: string): string {
  return JSON.stringify(value.slice(0, 40))
}
