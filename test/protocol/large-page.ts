/** A page of 200,000 characters with and without 10,000 annotations, and how long people wait on it, in ms. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SemanticTokens } from 'vscode-languageserver/node'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import type { AnyAnswer } from '../../server/src/protocol.ts'
import { connect, emptyFolder, seeds, type TestClient, type UnpackedMarks } from './client.ts'

export interface LargePageTimes {
  /** From the end of the server's start (its answer to `initialize`) to the stored annotations. */
  readonly stored: number
  /** To all suggestions. */
  readonly suggestions: number
  /** One more mark and the page's marks after it: the median of ten. */
  readonly mark: number
  /** One character typed and the tokens after it: the median of 20. */
  readonly typing: number
}

const page = 'large.txt'

export async function largePageTimes(annotations: number): Promise<LargePageTimes> {
  const folder = emptyFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'corpus.json'), '{}')
  const text = largeText(200_000)
  writeFileSync(join(folder, page), text)
  if (annotations > 0) writeFileSync(join(folder, 'large.anno.jsonl'), sidecar(text, annotations))
  const client = await connect({ folder })
  const start = performance.now()
  await client.connection.sendNotification('initialized', {})
  await client.open(page)
  const accepted = (marks: UnpackedMarks | null): number =>
    marks?.marks.filter(({ status }) => status === 'accepted').length ?? 0
  const stored = await until(client, (marks) => accepted(marks) >= annotations)
  const storedTime = stored - start
  let count = -1
  const settled = await until(client, (marks) => {
    const before = count
    count = marks?.marks.length ?? 0
    return count === before && count > annotations
  })
  const mark = await markTimes(client)
  const typing = await typingTimes(client, text)
  await client.stop()
  return {
    stored: storedTime,
    suggestions: settled - start,
    mark: mark.toSorted((a, b) => a - b)[mark.length >> 1] ?? 0,
    typing: typing.toSorted((a, b) => a - b)[typing.length >> 1] ?? 0,
  }
}

/** When the page's marks are such, by `performance.now()`. */
async function until(
  client: TestClient,
  fits: (marks: UnpackedMarks | null) => boolean,
): Promise<number> {
  for (;;) {
    const marks = await client.marks(client.uri(page))
    if (fits(marks)) return performance.now()
    // As an editor, which asks again when it is told to.
    await Promise.race([
      client.next('biaozhu/changed'),
      new Promise((resolve) => setTimeout(resolve, 300)),
    ])
  }
}

async function markTimes(client: TestClient): Promise<readonly number[]> {
  const uri = client.uri(page)
  const times: number[] = []
  for (let i = 0; i < 10; i++) {
    const marks = await client.marks(uri)
    const suggestion = marks?.marks.find(({ status }, at) => status === 'suggested' && at > 50 * i)
    if (suggestion === undefined) break
    const since = performance.now()
    await client.standard<AnyAnswer>('workspace/executeCommand', {
      command: 'biaozhu.server.accept',
      arguments: [{ uri, range: suggestion.ranges[0], type: suggestion.type }],
    })
    await client.marks(uri)
    times.push(performance.now() - since)
    // A person does not press ten keys a second; views and problems are brought up to date meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return times
}

async function typingTimes(client: TestClient, text: string): Promise<readonly number[]> {
  const textDocument = { uri: client.uri(page) }
  const line = text.slice(0, 100_000).split('\n').length
  const tokens = await client.standard<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument,
  })
  let previousResultId = tokens.resultId
  const times: number[] = []
  for (let i = 0; i < 20; i++) {
    const at = { line, character: 0 }
    const since = performance.now()
    await client.change(page, i + 2, [{ range: { start: at, end: at }, text: '工' }])
    const answer = await client.standard<SemanticTokens>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId,
    })
    previousResultId = answer.resultId
    times.push(performance.now() - since)
  }
  return times
}

/** The seeds again and again, each line a little different, so that no line is known already. */
function largeText(length: number): string {
  const pages = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(seeds, name), 'utf8').trim())
  let text = ''
  for (let i = 0; text.length < length; i++) {
    const copy = pages[i % pages.length] ?? ''
    text += `${copy.replace(/。/g, () => `(${(i * 7919) % 9973}号)。`)}\n\n`
  }
  return text.slice(0, length)
}

/** Accepted annotations of two to four characters at even distances. */
function sidecar(text: string, count: number): string {
  const view = textView(text)
  const records: SpanRecord[] = []
  const types = ['Person', 'Organization', 'Place', 'Initiative', 'Role']
  for (let i = 0; records.length < count; i++) {
    const start = Math.floor((i * text.length) / (count * 1.6))
    if (start + 5 > text.length) break
    const span = { start, end: start + 2 + (i % 3) }
    if (/[\s,。、“”《》()]/.test(text.slice(span.start, span.end))) continue
    records.push({
      kind: 'span',
      id: `A${String(i).padStart(7, '0')}`,
      ...describeSpans(view, [span]),
      type: types[i % types.length] ?? '',
      status: 'accepted',
      who: '王丽',
      when: '2026-11-20T09:00:00Z',
    })
  }
  return printSidecar({ header: headerOf(view, page), records, broken: [] })
}
