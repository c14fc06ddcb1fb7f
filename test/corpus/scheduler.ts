/** Files in memory whose reading and writing happen when a test says so, one at a time and in any order. */
import type { Files } from '../../server/src/disk/files.ts'
import type { SidecarFiles } from '../../server/src/disk/sidecar-files.ts'

export class Scheduler {
  readonly #waiting: (() => void)[] = []

  get waiting(): number {
    return this.#waiting.length
  }

  /** What `work` gives or throws, once it was run. */
  later<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  /** Runs one of those that wait, and all that follows of it at once. */
  async run(index: number): Promise<void> {
    const [work] = this.#waiting.splice(index, 1)
    work?.()
    await rest()
  }
}

/** Everything that waits for nothing but promises has been done. */
export async function rest(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

/** By uri. The content of a file is that of the moment when its reading was run. */
export function scheduledFiles(
  disk: Map<string, string>,
  scheduler: Scheduler,
): Files & { readonly sidecars: SidecarFiles } {
  return {
    async walk(uri) {
      const paths = [...disk.keys()].map((each) => each.slice(uri.length + 1)).sort()
      return { paths, unreadable: 0, outside: [] }
    },
    read: (uri) =>
      scheduler.later(() => {
        const text = disk.get(uri)
        if (text === undefined) return { kind: 'missing' }
        return { kind: 'file', bytes: new TextEncoder().encode(text) }
      }),
    sidecars: {
      read: (uri) => scheduler.later(() => disk.get(uri) ?? ''),
      change: (uri, change) =>
        scheduler.later(() => {
          const made = change(disk.get(uri) ?? '')
          if (made === undefined) return
          const text = [...made].join('')
          if (text === '') disk.delete(uri)
          else disk.set(uri, text)
        }),
    },
  }
}
