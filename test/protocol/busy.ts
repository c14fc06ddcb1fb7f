/** How long a hover on a small page takes while the server is busy with other pages, in ms. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { variedPage } from '../varied/pages.ts'
import { connect, emptyFolder, startClient, type TestClient } from './client.ts'

const small = 'small.txt'
const large = 'large.txt'
const smallText = '嘉兴市总工会组织职工开展“助企十条”行动。\n'

/** Ascending, while the server analyses a line of 200,000 characters that is edited again and again. */
export async function whileLineIsEdited(): Promise<readonly number[]> {
  const sentence = '工会组织职工开展“助企十条”行动,王丽到会。'
  const client = await startWith(sentence.repeat(10_000).slice(0, 200_000))
  const times: number[] = []
  for (let edit = 0; edit < 40; edit++) {
    const at = { line: 0, character: edit * 5000 }
    await client.change(large, edit + 2, [{ range: { start: at, end: at }, text: '新' }])
    times.push(...(await hovers(client, 10, 20)))
  }
  await client.stop()
  return sorted(times)
}

/** Ascending, after 200 changes in one message to a page of 4,840,000 characters. */
export async function whileManyChangesCome(): Promise<readonly number[]> {
  const text = '工会组织职工开展“助企十条”行动,王丽到会。'.repeat(220_000)
  const client = await startWith(text)
  const times: number[] = []
  for (let round = 0; round < 20; round++) {
    const changes = Array.from({ length: 200 }, (_, i) => {
      const at = { line: 0, character: i * 1000 + round }
      return { range: { start: at, end: at }, text: '新' }
    })
    await client.change(large, round + 2, changes)
    times.push(...(await hovers(client, 10, 20)))
  }
  await client.stop()
  return sorted(times)
}

/** Ascending, and the seconds that indexing took meanwhile. */
export async function whilePagesAreIndexed(
  pages: number,
): Promise<{ readonly times: readonly number[]; readonly seconds: number }> {
  const folder = folderWith({})
  for (let i = 0; i < pages; i++) {
    writeFileSync(join(folder, `${String(i).padStart(5, '0')}.txt`), variedPage(i, 2000))
  }
  const client = await connect({ folder })
  const since = performance.now()
  let isIndexed = false
  const indexed = client
    .next('biaozhu/indexing', ({ done, total }) => done === total)
    .then(() => {
      isIndexed = true
    })
  await client.connection.sendNotification('initialized', {})
  await client.open(small, smallText)
  await hover(client)
  const times: number[] = []
  while (!isIndexed) times.push(...(await hovers(client, 1, 100)))
  await indexed
  const seconds = (performance.now() - since) / 1000
  await client.stop()
  return { times: sorted(times), seconds }
}

export function p95(ascending: readonly number[]): number {
  return ascending[Math.floor(ascending.length * 0.95)] ?? 0
}

async function startWith(text: string): Promise<TestClient> {
  const client = await startClient({ folder: folderWith({ [large]: text }) })
  await client.open(small, smallText)
  await client.open(large, text)
  await hover(client)
  return client
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder()
  mkdirSync(folder, { recursive: true })
  const all = { 'corpus.json': '{}', [small]: smallText, ...files }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text)
  return folder
}

/** One in so many ms at most, each from its sending to its answer. */
async function hovers(
  client: TestClient,
  count: number,
  every: number,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const since = performance.now()
    await hover(client)
    const time = performance.now() - since
    times.push(time)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, every - time)))
  }
  return times
}

/** On a name: its card says of the whole corpus where else it stands. */
async function hover(client: TestClient): Promise<void> {
  const card = await client.standard('textDocument/hover', {
    textDocument: { uri: client.uri(small) },
    position: { line: 0, character: smallText.indexOf('助企') },
  })
  assert.ok(card)
}

function sorted(times: readonly number[]): readonly number[] {
  return times.toSorted((a, b) => a - b)
}
