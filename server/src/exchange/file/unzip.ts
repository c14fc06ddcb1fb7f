/** The parts of a zip file that are wanted, within limits that are checked before anything is unpacked. */
import { unzipSync } from 'fflate'
import { decodeUtf8 } from './files.ts'
import { largestFile, sizeProblem } from './limits.ts'
import { safePath } from './safe-path.ts'

const mostEntries = 10_000

export type Unzipped =
  | { readonly kind: 'parts'; readonly parts: ReadonlyMap<string, string> }
  /** English, one sentence. */
  | { readonly kind: 'problem'; readonly message: string }

/** Texts by path. Total. An entry that claims to be smaller than it is ends where it claims. */
export function unzipTexts(bytes: Uint8Array, isWanted: (path: string) => boolean): Unzipped {
  const wanted = new Set<string>()
  let entries = 0
  let size = 0
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries++
        if (safePath(name) === name && isWanted(name)) {
          wanted.add(name)
          size += originalSize
        }
        return false
      },
    })
    if (entries > mostEntries) return problem(`There are more than ${mostEntries} files in it.`)
    const tooLarge = sizeProblem(size)
    if (tooLarge !== undefined) {
      return problem(`Unpacked it is too large: at most ${largestFile / 1_000_000} MB are read.`)
    }
    const parts = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) })
    const texts = Object.entries(parts).map(([name, part]) => [name, decodeUtf8(part)] as const)
    return { kind: 'parts', parts: new Map(texts) }
  } catch {
    return problem('This is no zip file that can be read.')
  }
}

function problem(message: string): Unzipped {
  return { kind: 'problem', message }
}
