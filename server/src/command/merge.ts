/** `biaozhu merge`: git's merge driver for sidecars. */
import { mergeEntitiesTexts } from '../annotation/entities/merge-entities.ts'
import { describeConflict, mergeSidecars } from '../annotation/sidecar/merge.ts'
import { messageOf } from '../values/message-of.ts'
import type { Command } from './command.ts'
import { say } from './listing.ts'

export const merge: Command = {
  name: 'merge',
  summary: "git's merge driver for files with annotations",
  description:
    'Merges three versions of a file with annotations, or of an entities.jsonl, by record and key, and writes the result over the ' +
    'second one. Where both sides changed the same, ours stands and theirs is kept in the record under ' +
    '"conflict". NAME is how messages call the file.',
  operands: {
    shown: 'BASE OURS THEIRS [NAME]',
    needed: 'three files: %O %A %B',
    least: 3,
    most: 4,
  },
  options: [],
  examples: [
    "git config merge.biaozhu.driver 'biaozhu merge %O %A %B %P'",
    "echo '*.anno.jsonl merge=biaozhu' >> .gitattributes",
    "echo 'entities.jsonl merge=biaozhu' >> .gitattributes",
  ],
  statuses:
    '0 merged; 1 merged, with conflicts kept in records; 2 misuse or a file that cannot be read or written (OURS is as it was).',
  async run({ operands }, outside) {
    const [base = '', ours = '', theirs = '', name = ours] = operands
    const texts = await Promise.all([base, ours, theirs].map((path) => outside.read(path)))
    const missing = [base, ours, theirs].filter((_, i) => texts[i] === undefined)
    if (missing.length > 0) {
      say(
        missing.map((path) => `cannot read ${path}`),
        outside,
      )
      return 2
    }
    const merged = isEntities(name, texts) ? mergeEntitiesTexts : mergeSidecars
    const { text, conflicts } = merged(texts[0] ?? '', texts[1] ?? '', texts[2] ?? '')
    try {
      await outside.write('.', ours, text)
    } catch (error) {
      say([`cannot write ${ours}: ${messageOf(error)}`], outside)
      return 2
    }
    say(
      conflicts.map((conflict) => `${name}: ${describeConflict(conflict)}`),
      outside,
    )
    return conflicts.length === 0 ? 0 : 1
  },
}

/** git hands over copies under names of its own, and %P is not always there: the first lines say it, too. */
function isEntities(name: string, texts: readonly (string | undefined)[]): boolean {
  return (
    /(^|[/\\])entities\.jsonl$/.test(name) ||
    texts.some((text) => /^\uFEFF?\{"kind":"entities"/.test(text ?? ''))
  )
}
