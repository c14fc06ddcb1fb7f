/** Standard input and output of a worker: whole lines in, and no faster out than they are read. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** UTF-16 units of the longest line that is taken whole; the rest of a longer one is left out. */
const longestLine = 50_000_000

/** The lines of a UTF-8 stream without their breaks (LF, CRLF); U+2028 is no line break in JSON lines. */
export async function* linesOf(input: Readable): AsyncGenerator<string, void> {
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  let length = 0
  const line = (last: string): string => {
    const whole = [...parts, last].join('')
    parts = []
    length = 0
    return whole.endsWith('\r') ? whole.slice(0, -1) : whole
  }
  for await (const chunk of input) {
    const pieces = decoder.write(chunk).split('\n')
    const rest = pieces.pop() ?? ''
    for (const piece of pieces) yield line(length < longestLine ? piece : '')
    if (length < longestLine) parts.push(rest)
    length += rest.length
  }
  const last = line(decoder.end())
  if (last !== '') yield last
}

/** Resolves when the stream wants more. */
export async function writeSlowly(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
