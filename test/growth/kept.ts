/**
 * Run by itself with `--expose-gc`: prints the bytes that the heap keeps of a page with as many accepted names as the argument says,
 * no two alike, after its marks and the entity of one were asked for and a note was put on one.
 */
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { readStored } from '../../server/src/annotation/sidecar/stored.ts'
import type { Analyser } from '../../server/src/corpus/analysis/analysis.ts'
import { defaultConfig } from '../../server/src/corpus/config/config.ts'
import { knownText } from '../../server/src/corpus/saving/sidecar-text.ts'
import { findPage, type PageOfCorpus } from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { marks } from '../../server/src/feature/page/marks.ts'
import { packMarks } from '../../server/src/lsp/pack-marks.ts'
import { createRecogniser } from '../../server/src/recognition/recognise.ts'
import { lexicon } from '../lexicon.ts'
import { analysePage } from '../page/analyse-page.ts'
import { means } from '../recognition/recognised.ts'

const root = 'file:///corpus'
const uri = `${root}/page.txt`

function nameOf(i: number): string {
  return `名${String.fromCharCode(0x4e00 + (i % 5000))}${String.fromCharCode(0x4e00 + Math.floor(i / 5000))}`
}

/** Forty names a line, a comma behind each. */
function pageOf(count: number): { readonly text: string; readonly sidecar: string } {
  const lines: string[] = []
  for (let i = 0; i < count; i += 40) {
    lines.push(Array.from({ length: 40 }, (_, n) => `${nameOf(i + n)},`).join(''))
  }
  const text = `${lines.join('\n')}\n`
  const view = textView(text)
  const records = Array.from({ length: count }, (_, i): SpanRecord => {
    const start = 4 * i + Math.floor(i / 40)
    const anchor = describeSpans(view, [{ start, end: start + 3 }])
    const id = `M${String(i).padStart(7, '0')}`
    const when = new Date(Date.UTC(2026, 0, 1) + 1000 * i).toISOString()
    return { kind: 'span', id, ...anchor, type: 'Person', status: 'accepted', who: '王丽', when }
  })
  return {
    text,
    sidecar: printSidecar({ header: headerOf(view, 'page.txt'), records, broken: [] }),
  }
}

/** What the server keeps: the workspace, and what is known of the file. */
function opened(count: number): readonly unknown[] {
  const { mentions } = createRecogniser(means)
  const analyser: Analyser = { lexicon, page: analysePage, mentions }
  const workspace = new Workspace(analyser)
  const config = { root, config: defaultConfig, configUri: undefined, problems: [] }
  workspace.apply({ kind: 'corpora', corpora: [config] })
  const { text, sidecar } = pageOf(count)
  workspace.apply({ kind: 'file', uri, content: { text, encoding: 'utf8', state: 'ready' } })
  workspace.apply({ kind: 'open', uri, version: 1, text })
  const stored = readStored(sidecar)
  const known = knownText(sidecar, stored)
  workspace.apply({ kind: 'sidecar', uri, sidecar: stored })
  look(place(workspace))
  const [first] = place(workspace).document.annotations.records
  if (first === undefined) throw new Error('no record')
  const put = [{ ...first.record, note: '注' }]
  workspace.apply({ kind: 'annotate', edits: [{ uri, put, drop: [] }] })
  look(place(workspace))
  return [workspace, known]
}

function place(workspace: Workspace): PageOfCorpus {
  const found = findPage(workspace.snapshot(), uri)
  if (found === undefined) throw new Error('no page')
  return found
}

function look({ corpus, document }: PageOfCorpus): void {
  packMarks(document.lines, marks(document, { suggestions: true, minimumConfidence: 0 }).marks)
  const [mention] = document.mentions
  if (mention === undefined) throw new Error('no mention')
  corpus.index.entityOf(document.path, mention)
}

// What is made once is made.
opened(40)
globalThis.gc?.()
const before = process.memoryUsage().heapUsed
const kept = opened(Number(process.argv[2]))
globalThis.gc?.()
process.stdout.write(String(process.memoryUsage().heapUsed - before))
// It is alive until here.
if (kept.length === 0) process.exitCode = 1
