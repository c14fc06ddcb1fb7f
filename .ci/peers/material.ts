/** What the peers read: exports of the seeds and of a hard page, and the texts that they should find there. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { type Span, sliceSpan } from '../../server/src/text/span.ts'
import { analyserOf, shipped } from '../../server/training/score/analysers.ts'

const analyser = analyserOf(shipped)
const root = path.resolve(import.meta.dirname, '../..')

/** A page, the type of a mention and its text: pieces with `…` between them, `\n` for a newline. */
export type Found = readonly [page: string, type: string, text: string]

export interface Corpus {
  readonly name: string
  readonly folder: string
  readonly status: 'accepted' | 'all'
  readonly found: readonly Found[]
}

/** An astral character, a name over a line break, one in another, crossing ones, one in two pieces. */
const hardText = '𠮷田茂访问上海。\n中国国民党\n中央执行委员会与北京、南京市政府会谈。\n'
const hardMentions = [
  ['Person', '𠮷田茂'],
  ['Place', '上海'],
  ['Organization', '中国国民党\n中央执行委员会'],
  ['Place', '中国'],
  ['Organization', '委员会与北京'],
  ['Organization', '北京', '市政府'],
  ['Organization', '南京市政府'],
] as const

export function corpora(folder: string): readonly Corpus[] {
  const hard = path.join(folder, 'hard')
  fs.mkdirSync(hard, { recursive: true })
  const view = textView(hardText)
  const records = hardMentions.map(([type, ...pieces], i) => {
    const spans = pieces.map((piece): Span => {
      const start = hardText.indexOf(piece)
      return { start, end: start + piece.length }
    })
    const status = 'accepted' as const
    return { kind: 'span' as const, id: `m${i}`, ...describeSpans(view, spans), type, status }
  })
  const sidecar = { header: headerOf(view, 'hard.txt'), records, broken: [] }
  fs.writeFileSync(path.join(hard, 'hard.txt'), hardText)
  fs.writeFileSync(path.join(hard, 'hard.anno.jsonl'), printSidecar(sidecar))
  const seeds = path.join(root, 'seeds')
  return [
    { name: 'seeds', folder: seeds, status: 'all', found: mentionsOf(seeds) },
    {
      name: 'hard',
      folder: hard,
      status: 'accepted',
      found: hardMentions.map(([type, ...pieces]) => found('hard', type, pieces)),
    },
  ]
}

/** The files of an export, by their absolute paths. */
export function exported(
  { name, folder, status }: Corpus,
  format: string,
  into: string,
  options: readonly string[] = [],
): readonly string[] {
  const out = path.join(into, [name, format, ...options].join('-'))
  const args = ['--format', format, '--status', status, '--side', 'no', ...options, '--out', out]
  execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), 'export', ...args, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return fs
    .readdirSync(out)
    .sort()
    .map((file) => path.join(out, file))
}

function mentionsOf(folder: string): readonly Found[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => {
      const text = fs.readFileSync(path.join(folder, name), 'utf8')
      const mentions = analyser.mentions(text, analyser.page(text))
      return mentions.map(({ type, spans }) =>
        found(
          name,
          type,
          spans.map((span) => sliceSpan(text, span)),
        ),
      )
    })
}

function found(page: string, type: string, pieces: readonly string[]): Found {
  return [stemOf(page), type, pieces.join('…').replaceAll('\n', '\\n')]
}

/** `p03` of `/tmp/x/p03.xmi`. */
export function stemOf(file: string): string {
  return path.basename(file).replace(/\..*$/, '')
}
