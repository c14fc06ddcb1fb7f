/** The guidelines that a corpus is annotated by, as an export states them. */
import { createHash } from 'node:crypto'
import type { Files } from '../../disk/files.ts'
import { uriBelow } from '../../disk/uri.ts'
import { safePath } from '../../exchange/file/safe-path.ts'
import type { CorpusConfig } from './config.ts'

export interface GuidedCorpus {
  /** Normal uri of the root folder. */
  readonly root: string
  readonly config: Pick<CorpusConfig, 'guidelines'>
}

/**
 * What corpus.json says, on one line. Where it names a file below the root, `PATH sha256:xxxxxxxx`: the
 * first hexadecimal digits of the hash of its bytes. Of several corpora the different ones, with `; `
 * between them; `undefined` where none says any. Never rejects.
 */
export async function statedGuidelines(
  corpora: Iterable<GuidedCorpus>,
  files: Pick<Files, 'read' | 'isWithin'>,
): Promise<string | undefined> {
  const stated = new Set<string>()
  for (const { root, config } of corpora) {
    if (config.guidelines !== undefined) stated.add(await stateOf(root, config.guidelines, files))
  }
  return stated.size === 0 ? undefined : [...stated].join('; ')
}

async function stateOf(
  root: string,
  guidelines: string,
  files: Pick<Files, 'read' | 'isWithin'>,
): Promise<string> {
  const file = await readGuidelines(root, guidelines, files)
  if (file === undefined) return guidelines.replace(/[\s\p{Cc}]+/gu, ' ')
  const hash = createHash('sha256').update(file.bytes).digest('hex').slice(0, 8)
  return `${file.path} sha256:${hash}`
}

/** The file below the root that corpus.json names; `undefined` where it names none, or what cannot be read. Never rejects. */
export async function readGuidelines(
  root: string,
  guidelines: string | undefined,
  files: Pick<Files, 'read' | 'isWithin'>,
): Promise<
  { readonly path: string; readonly uri: string; readonly bytes: Uint8Array } | undefined
> {
  const path = guidelines === undefined ? undefined : safePath(guidelines)
  if (path === undefined) return undefined
  const uri = uriBelow(root, path)
  // A link must not lead out of the corpus either.
  if ((await files.isWithin?.(root, uri)) === false) return undefined
  const answer = await files.read(uri)
  return answer.kind === 'file' ? { path, uri, bytes: answer.bytes } : undefined
}
