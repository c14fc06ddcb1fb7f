/** What could not be written beside its page, kept in the server's own folder until it can be. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './whole-file.ts'

export interface SpareSidecar {
  /** What was on disk when the person began. */
  readonly base: string
  /** What should be there. */
  readonly text: string
}

/** All methods are total: a folder that cannot be written keeps nothing. */
export interface Spare {
  put(uri: string, sidecar: SpareSidecar): Promise<void>
  drop(uri: string): Promise<void>
  /** What an earlier session left for this sidecar. */
  get(uri: string): Promise<SpareSidecar | undefined>
}

/** `dir` is a folder of its own, made when it is needed; without it nothing is kept. */
export function createSpare(dir: string | undefined): Spare {
  /** Names of the files that are there: most often none, and no page has to ask the disk. */
  let names: Promise<Set<string>> | undefined
  const known = (): Promise<Set<string>> => {
    names ??= (dir === undefined ? Promise.resolve([]) : readdir(dir).catch(() => [])).then(
      (found) => new Set(found),
    )
    return names
  }
  return {
    async put(uri, sidecar) {
      if (dir === undefined) return
      try {
        await mkdir(dir, { recursive: true })
        await writeWhole(join(dir, nameOf(uri)), JSON.stringify({ uri, ...sidecar }))
        ;(await known()).add(nameOf(uri))
      } catch {
        // The same disk may be full. What is in memory is still there.
      }
    },
    async drop(uri) {
      const there = await known()
      if (dir === undefined || !there.delete(nameOf(uri))) return
      await rm(join(dir, nameOf(uri)), { force: true }).catch(() => undefined)
    },
    async get(uri) {
      if (dir === undefined || !(await known()).has(nameOf(uri))) return undefined
      try {
        const value: unknown = JSON.parse(await readFile(join(dir, nameOf(uri)), 'utf8'))
        return isSpare(value) && value.uri === uri ? value : undefined
      } catch {
        return undefined
      }
    },
  }
}

function nameOf(uri: string): string {
  return `${createHash('sha256').update(uri).digest('hex').slice(0, 32)}.json`
}

function isSpare(value: unknown): value is SpareSidecar & { readonly uri: string } {
  if (typeof value !== 'object' || value === null) return false
  const { uri, base, text }: { uri?: unknown; base?: unknown; text?: unknown } = value
  return [uri, base, text].every((each) => typeof each === 'string')
}
