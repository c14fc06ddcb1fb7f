/** `biaozhu check`. */

import { checkSidecars } from '../feature/lists/check-sidecars.ts'
import { printable } from '../text/columns.ts'
import { type Command, paths } from './command.ts'
import { say } from './listing.ts'

export const check: Command = {
  name: 'check',
  summary: 'faults in the files with annotations',
  description:
    'Reports what a person should look at in the files with annotations (X.anno.jsonl, X.anno.NAME.jsonl, entities.jsonl): ' +
    'broken lines, ids that are there twice, quotes that the page does not have, mentions without a place, ' +
    'types that the schema lacks, conflicts of merges, files without a page, mistakes in corpus.json. ' +
    'One line each: path:line: kind: message. A page stands for its own files.',
  operands: { ...paths, needed: 'a page, a file with annotations or a folder' },
  options: [
    {
      name: 'format',
      values: ['text', 'jsonl'],
      default: 'text',
      summary: 'Lines for people, or one JSON object a line.',
    },
  ],
  examples: [
    'biaozhu check .',
    'biaozhu check pages/2021-11-22_p03.anno.jsonl',
    'biaozhu check --format jsonl . > faults.jsonl',
  ],
  statuses: '0 nothing found; 1 something found; 2 misuse or input that cannot be read.',
  async run({ options, operands }, outside) {
    const found = await outside.sidecars(operands)
    const faults = checkSidecars(found)
    for (const fault of faults) {
      const { file, line, kind, message } = fault
      const text = `${file}:${line}: ${kind}: ${message}`
      outside.out(
        `${options.get('format') === 'jsonl' ? JSON.stringify(fault) : printable(text)}\n`,
      )
    }
    say(found.errors, outside)
    if (found.errors.length > 0) return 2
    return faults.length === 0 ? 0 : 1
  },
}
