/** Making articles of lines, with people's corrections too. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Correction } from '../../server/src/page/corrected/correction.ts'
import { analysePage } from '../page/analyse-page.ts'
import { assertSound } from '../page/sound.ts'
import { type Case, runOf } from './case.ts'

const root = new URL('../../seeds/', import.meta.url)
const seed = readFileSync(
  new URL(readdirSync(root).find((name) => name.startsWith('000')) ?? '', root),
  'utf8',
)

const shapes: Readonly<Record<string, string>> = {
  'the seed again and again': seed,
  'one line without blanks': seed.replace(/\s/g, ''),
  'sentences in one line': '今天,“工会”开展了活动。 ',
  'names in one line': '记者张三 ',
  bylines: '记者张三报道\n\n',
  'short lines': '工会开展活动\n',
  'lines that go on': '某市总工会开展了活动,还\n\n',
  blanks: ' ',
}

export const pages: readonly Case[] = [
  ...Object.entries(shapes).map(
    ([shape, piece]): Case => ({
      name: `articles of ${shape}`,
      sizes: [30_000, 180_000],
      bar: 2_000,
      prepare(length) {
        const text = `a${runOf(piece, length)}b`
        return () => void analysePage(text)
      },
    }),
  ),
  {
    name: 'articles with corrections of every block',
    sizes: [2, 10],
    bar: 2_000,
    prepare(times) {
      const text = seed.repeat(times)
      const corrections = correctionsOf(text)
      return () => assertSound(text, analysePage(text, corrections))
    },
  },
]

function correctionsOf(text: string): readonly Correction[] {
  const { blocks } = analysePage(text)
  return blocks.flatMap(({ span, kind }, i): Correction[] => {
    const next = blocks[(i * 7 + 3) % blocks.length]?.span ?? span
    return [
      { kind: 'split', at: { start: (span.start + span.end) >> 1, end: span.end } },
      { kind: 'kind', block: span, value: kind },
      { kind: 'join', from: span, to: next, value: i % 2 === 0 },
      { kind: 'article', article: next, blocks: [span] },
    ]
  })
}
