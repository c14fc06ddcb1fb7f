/** A window on a folder of pages, for tests of faults: a real server, what a person does and sees. */
import type { ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'mocha'
import type { Range } from 'vscode-languageserver/node'
import type { AnyAnswer } from '../../../server/src/protocol.ts'
import { lineIndex } from '../../../server/src/text/lines.ts'
import { defined } from '../../../server/src/values/defined.ts'
import { eventually } from '../../eventually.ts'
import { emptyFolder, startClient, type TestClient } from '../client.ts'

export interface Window {
  readonly client: TestClient
  /** Marks the first place of some words. */
  mark(words: string, type: string): Promise<AnyAnswer>
  /** Accepted mentions as `words type`, with `?` where their place is in doubt. */
  accepted(): Promise<readonly string[]>
  /** Tells the server that another program has written files. */
  told(...files: readonly string[]): Promise<void>
  /** Waits until something is accepted as given; fails with what is. */
  shows(expected: readonly string[]): Promise<void>
}

/** A folder with a corpus, a page and perhaps other files. */
export function folderOf(text: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder()
  const all = { 'corpus.json': '{}', 'page.txt': text, ...files }
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content)
  return folder
}

/** `page.txt` of a folder; with `storage` as an editor has it over sessions. */
export async function openWindow(folder: string, storage?: string): Promise<Window> {
  const client = await startClient({
    folder,
    initializationOptions: { annotator: '王丽', ...defined({ storage }) },
  })
  started.add(client.process)
  client.process.once('exit', () => started.delete(client.process))
  const uri = client.uri('page.txt')
  const text = (): string => readFileSync(join(folder, 'page.txt'), 'utf8')
  const accepted = async (): Promise<readonly string[]> => {
    // While the page changes there is no answer.
    const answers: Awaited<ReturnType<typeof client.marks>>[] = []
    await eventually(() =>
      client.marks(uri).then(
        (marks) => answers.push(marks) > 0,
        () => false,
      ),
    )
    const [found] = answers
    const page = text()
    return (found?.marks ?? []).flatMap(({ status, ranges, type, doubt }) =>
      status === 'accepted'
        ? [`${ranges.map((range) => wordsAt(page, range)).join('…')} ${type}${doubt ? '?' : ''}`]
        : [],
    )
  }
  return {
    client,
    accepted,
    mark(words, type) {
      const lines = lineIndex(text())
      const start = text().indexOf(words)
      const range = { start: lines.position(start), end: lines.position(start + words.length) }
      return client.standard('workspace/executeCommand', {
        command: 'biaozhu.server.mark',
        arguments: [{ uri, range, type }],
      })
    },
    told: (...files) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: files.map((file) => ({ uri: client.uri(file), type: 2 })),
      }),
    async shows(expected) {
      let seen: readonly string[] = []
      await eventually(
        async () => {
          seen = await accepted()
          return seen.join('\n') === expected.join('\n')
        },
        () => `${seen.join(', ')} instead of ${expected.join(', ')}`,
      )
    },
  }
}

/** Servers of tests that failed before they could stop them. */
const started = new Set<ChildProcess>()
afterEach(() => {
  for (const process of started) process.kill('SIGKILL')
})

function wordsAt(page: string, { start, end }: Range): string {
  const lines = lineIndex(page)
  return page.slice(lines.offset(start), lines.offset(end))
}
