/** A list of lines on disk, for more than memory should hold: written to its end, then read as often as is needed. */
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linesOf } from './pipes.ts'

export interface Spool {
  /** `line` is without line break. Rejects with the system's error. */
  add(line: string): Promise<void>
  /** From the first on. Nothing is added any more. */
  lines(): AsyncIterable<string>
  /** Takes the file away. Never rejects. */
  close(): Promise<void>
}

/** UTF-16 units that are written together; fewer never reach the disk. */
const together = 1_000_000

/** `within` is the folder in which the file's own folder is made where it is needed: that of the system for such. */
export function spool(within = tmpdir()): Spool {
  let waiting: string[] = []
  let units = 0
  let file:
    | { readonly folder: string; readonly path: string; readonly handle: FileHandle }
    | undefined
  const write = async (): Promise<void> => {
    file ??= await newFile(within)
    await file.handle.writeFile(waiting.map((line) => `${line}\n`).join(''))
    waiting = []
    units = 0
  }
  return {
    async add(line) {
      waiting.push(line)
      units += line.length
      if (units > together) await write()
    },
    async *lines() {
      if (file !== undefined) yield* linesOf(createReadStream(file.path))
      yield* waiting
    },
    async close() {
      await file?.handle.close().catch(() => undefined)
      if (file !== undefined)
        await rm(file.folder, { recursive: true, force: true }).catch(() => undefined)
      file = undefined
    },
  }
}

async function newFile(within: string) {
  const folder = await mkdtemp(join(within, 'biaozhu-'))
  const path = join(folder, 'lines')
  return { folder, path, handle: await open(path, 'a', 0o600) }
}
