/** The parts of a zip file that are wanted, within limits that are checked before anything is unpacked. */

import { unzipSync } from 'fflate'
import { t, type Wording } from '../../text/wording.ts'
import { decodeUtf8 } from './files.ts'
import { largestFile, sizeProblem } from './limits.ts'
import { safePath } from './safe-path.ts'

const mostEntries = 10_000

export type Unzipped =
  | { readonly kind: 'parts'; readonly parts: ReadonlyMap<string, string> }
  /** One sentence. */
  | { readonly kind: 'problem'; readonly message: Wording }

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
    if (entries > mostEntries)
      return problem(t('There are more than {0} files in it.', mostEntries))
    const tooLarge = sizeProblem(size)
    if (tooLarge !== undefined) {
      return problem(
        t('Unpacked it is too large: at most {0} MB are read.', largestFile / 1_000_000),
      )
    }
    const parts = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) })
    const texts = Object.entries(parts).map(([name, part]) => [name, decodeUtf8(part)] as const)
    return { kind: 'parts', parts: new Map(texts) }
  } catch {
    return problem(t('This is no zip file that can be read.'))
  }
}

function problem(message: Wording): Unzipped {
  return { kind: 'problem', message }
}
