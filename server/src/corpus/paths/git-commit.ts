/** The commit that holds a corpus as it is, so that numbers can be made again from it. */
import { fileURLToPath } from 'node:url'
import { runGit } from '../../disk/run-git.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import type { Corpus } from '../snapshot/model.ts'

/**
 * Its full hash in hexadecimal; `undefined` where something of the corpus is in no commit or has changed since, in its folder or
 * in an editor, and where there is no git. What is confirmed has to be on disk. Never rejects.
 */
export async function commitOf(corpus: Corpus): Promise<string | undefined> {
  const folder = folderOf(corpus)
  if (folder === undefined || corpus.documents.some(({ saved }) => !saved)) return undefined
  const [head, changes, tracked] = await Promise.all([
    ask(folder, ['rev-parse', '--verify', 'HEAD']),
    ask(folder, ['status', '--porcelain', '-z', '--untracked-files=all', '--', '.']),
    ask(folder, ['ls-files', '-z']),
  ])
  if (head === undefined || tracked === undefined || changes !== '') return undefined
  // What git is told to ignore is in no commit, and no change either.
  const known = new Set(tracked.split('\0'))
  return filesOf(corpus).every((file) => known.has(file)) ? head.trim() : undefined
}

/** None where the corpus is in no folder of this machine. */
function folderOf({ root }: Corpus): string | undefined {
  try {
    return fileURLToPath(root)
  } catch {
    return undefined
  }
}

/** Relative to the root. */
function filesOf({ documents, entities, configUri }: Corpus): readonly string[] {
  return [
    ...documents.flatMap(({ path, annotations }) =>
      annotations.records.length === 0 ? [path] : [path, sidecarPath(path)],
    ),
    ...(entities.records.length === 0 ? [] : ['entities.jsonl']),
    ...(configUri === undefined ? [] : ['corpus.json']),
  ]
}

async function ask(folder: string, args: readonly string[]): Promise<string | undefined> {
  const bytes = await runGit(folder, args)
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}
