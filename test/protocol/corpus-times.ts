/** What questions about a corpus cost the built server right after a keystroke, and its memory with all pages indexed. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { variedPage } from '../varied/pages.ts'
import { emptyFolder, startClient, type TestClient } from './client.ts'

export interface CorpusTimes {
  /** CPU ms of the server from an edit to the answer of each question, ascending, by the question's name. */
  readonly afterKeystroke: ReadonlyMap<string, readonly number[]>
  /** Resident memory in MB: with all pages indexed, and after the questions. */
  readonly memory: { readonly indexed: number; readonly asked: number }
}

const questions = {
  hover: 'textDocument/hover',
  definition: 'textDocument/definition',
  references: 'textDocument/references',
  highlights: 'textDocument/documentHighlight',
} as const

/** Of a corpus of `pages` varied pages of 2,000 characters; reads the kernel's clock of threads, which Linux has. */
export async function corpusTimes(pages: number, rounds = 100): Promise<CorpusTimes> {
  const client = await startClient({ folder: variedCorpus(pages) })
  const indexed = memoryOf(client)
  const page = nameOf(pages >> 1)
  const text = await client.open(page)
  const textDocument = { uri: client.uri(page) }
  const places = await placesOf(client, page)
  const line = longestLine(text)
  let character = text.split('\n')[line]?.length ?? 0
  const times = new Map<string, number[]>(Object.keys(questions).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, method] of Object.entries(questions)) {
      const before = cpuTime(client)
      // Behind all names of its line: their positions stay as they are.
      const end = { line, character: character++ }
      const change = { range: { start: end, end }, text: '工会活动'.charAt(character % 4) }
      await client.change(page, character, [change])
      const position = places[round % places.length]
      const context = { includeDeclaration: true }
      await client.standard(method, { textDocument, position, context })
      times.get(name)?.push(cpuTime(client) - before)
    }
  }
  const asked = memoryOf(client)
  await client.stop()
  const afterKeystroke = new Map(
    [...times].map(([name, list]) => [name, list.slice(rounds >> 2).sort((a, b) => a - b)]),
  )
  return { afterKeystroke, memory: { indexed, asked } }
}

function variedCorpus(pages: number): string {
  const folder = emptyFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'corpus.json'), '{}')
  for (let i = 0; i < pages; i++) writeFileSync(join(folder, nameOf(i)), variedPage(i, 2000))
  return folder
}

function nameOf(page: number): string {
  return `${String(page).padStart(5, '0')}.txt`
}

function longestLine(text: string): number {
  const lengths = text.split('\n').map(({ length }) => length)
  return lengths.indexOf(Math.max(...lengths))
}

/** Where names begin. */
async function placesOf(client: TestClient, page: string) {
  const marks = await client.marks(client.uri(page))
  return (marks?.marks ?? []).flatMap(({ ranges }) => ranges.slice(0, 1)).map(({ start }) => start)
}

/** Milliseconds of CPU that the server's threads have used. */
function cpuTime({ process: { pid } }: TestClient): number {
  const tasks = `/proc/${pid}/task`
  const nanoseconds = readdirSync(tasks)
    .map((task) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]))
    .reduce((sum, each) => sum + each, 0)
  return nanoseconds / 1e6
}

function memoryOf({ process: { pid } }: TestClient): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}
