/** Personal models in the extension's storage, one file for each corpus. */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../disk/system-error.ts'
import { normalUri } from '../../disk/uri.ts'
import { readModelFile, type StoredModel, writeModelFile } from './model-file.ts'

export interface ModelStore {
  /**
   * The model of a corpus by the uri of its root, if it is for what `basis` gives, which is asked only where there is a model.
   * `undefined` for none; `warn` hears of one that cannot be used.
   */
  load(root: string, basis: () => string | undefined): Promise<StoredModel | undefined>
  /** Whether there is one that cannot be used: damaged, of another kind, or for another basis. */
  isOutdated(root: string): boolean
  /** `undefined` takes it away. Where nothing can be written, it is known until the process ends. */
  save(root: string, model: StoredModel | undefined): Promise<void>
}

/** `storage` is an absolute path; without it, nothing is written. */
export function createModelStore(
  storage: string | undefined,
  warn: (message: string) => void,
): ModelStore {
  const known = new Map<string, StoredModel | undefined>()
  /** Names of files that cannot be used. */
  const outdated = new Set<string>()
  const folder = storage === undefined ? undefined : join(storage, 'models')

  async function read(file: string): Promise<StoredModel | 'unreadable' | undefined> {
    try {
      return readModelFile(await readFile(file)) ?? 'unreadable'
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') warn(`${file} cannot be read: ${String(error)}`)
      return undefined
    }
  }

  return {
    async load(root, basis) {
      const name = nameOf(root)
      if (!known.has(name) && folder !== undefined) {
        const file = join(folder, name)
        const model = await read(file)
        // What was saved meanwhile is newer.
        if (!known.has(name)) {
          if (model === 'unreadable') {
            outdated.add(name)
            warn(
              `${file} is damaged or of another kind, and is not used: it is learned anew once a page is done.`,
            )
          }
          known.set(name, model === 'unreadable' ? undefined : model)
        }
      }
      const model = known.get(name)
      if (model === undefined || model.basis === basis()) return model
      if (!outdated.has(name)) {
        outdated.add(name)
        warn(
          `What was learned of ${root} is for other types or another model: it is learned anew once a page is done.`,
        )
      }
      return undefined
    },
    isOutdated: (root) => outdated.has(nameOf(root)),
    async save(root, model) {
      const name = nameOf(root)
      known.set(name, model)
      outdated.delete(name)
      if (folder === undefined) return
      const file = join(folder, name)
      try {
        if (model === undefined) await rm(file, { force: true })
        else await writeOver(folder, file, writeModelFile(model))
      } catch (error) {
        warn(`${file} cannot be written: ${String(error)}`)
      }
    },
  }
}

function nameOf(root: string): string {
  return `${createHash('sha256').update(normalUri(root)).digest('hex').slice(0, 32)}.model`
}

/** The file is always whole, the old one or the new one. */
async function writeOver(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(draft, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
}
