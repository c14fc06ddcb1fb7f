/** `biaozhu annotate`. */
import { annotateLine } from './annotate-lines.ts'
import type { Command } from './command.ts'

export const annotate: Command = {
  name: 'annotate',
  summary: 'a worker for batches: JSON documents in, mentions out',
  description:
    'Reads a document a line from standard input, {"id": …, "text": …, "meta": …}, and writes a line for each in the same order: id and meta with mentions, entities and articles. A line that is no such document gives {"id", "line", "error"}, and the work goes on. Documents do not know of each other, so that any number of workers can share them. Offsets are code points over LF newlines.',
  operands: { shown: '', needed: 'no operands', least: 0, most: 0 },
  options: [],
  examples: [
    'biaozhu annotate < pages.jsonl > annotations.jsonl',
    'parallel --pipe --keep-order --block 1M biaozhu annotate < pages.jsonl > annotations.jsonl',
  ],
  statuses: '0 when all lines were read, also where some had errors; 2 for misuse.',
  async run(_, outside) {
    const analyser = await outside.analyser()
    let line = 0
    for await (const content of outside.lines()) {
      line++
      if (content.trim() !== '') await outside.print(`${annotateLine(content, line, analyser)}\n`)
    }
    return 0
  },
}
