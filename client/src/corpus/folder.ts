/** What lies in a folder that is no corpus yet. */
import { RelativePattern, type Uri, workspace } from 'vscode'
import { isUtf8, sampleBytes } from './sample.ts'

export interface SampleFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Sample {
  /** Names of `.txt` files, enough to see how they are made. */
  readonly names: readonly string[]
  /** The first bytes of some of them. */
  readonly files: readonly SampleFile[]
  /** Those that are not UTF-8. */
  readonly old: readonly SampleFile[]
}

const mostNames = 200
const mostFiles = 8

/** Reads the beginning of some files, spread over all of them. */
export async function sampleOf(folder: Uri): Promise<Sample> {
  const uris = (await filesIn(folder, ['**/*.txt'])).slice(0, mostNames)
  const step = Math.max(1, Math.floor(uris.length / mostFiles))
  const some = uris.filter((_, i) => i % step === 0).slice(0, mostFiles)
  const files = await Promise.all(
    some.map(async (uri) => {
      const bytes = await workspace.fs.readFile(uri).then(
        (all) => all.subarray(0, sampleBytes),
        () => new Uint8Array(),
      )
      return { name: nameOf(uri), bytes }
    }),
  )
  return { names: uris.map(nameOf), files, old: files.filter(({ bytes }) => !isUtf8(bytes)) }
}

/** In order of their paths, those of hidden folders and of packages left out; some thousand at most. */
export async function filesIn(folder: Uri, globs: readonly string[]): Promise<readonly Uri[]> {
  const found = await Promise.all(
    globs.map((glob) =>
      workspace.findFiles(new RelativePattern(folder, glob), '**/{node_modules,.*}/**', 5000),
    ),
  )
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1))
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
