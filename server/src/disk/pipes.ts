/** Standard input and output of a worker: whole lines in, and no faster out than they are read. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** UTF-16 units of the longest line that is taken whole; the rest of a longer one is left out. */
const longestLine = 50_000_000

/**
 * The lines of a stream without their breaks (LF, CRLF) and the byte order mark before them; U+2028 is no line break in
 * JSON lines. UTF-8, or the UTF-16 with its mark that a redirection of PowerShell writes.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string, void> {
  let decoder = new StringDecoder('utf8')
  let begun = false
  let parts: string[] = []
  let length = 0
  const line = (last: string): string => {
    const whole = [...parts, last].join('')
    parts = []
    length = 0
    return whole.endsWith('\r') ? whole.slice(0, -1) : whole
  }
  for await (const chunk of input) {
    if (!begun && chunk[0] === 0xff) decoder = new StringDecoder('utf16le')
    const text = decoder.write(chunk)
    const pieces = (begun ? text : text.replace(/^\uFEFF/, '')).split('\n')
    begun ||= text !== ''
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
