/** What a corpus.json names and what is not there: the file of its guidelines, pages whose data it sets. */
import { isIgnored } from '../../disk/paths.ts'
import { safePath } from '../../exchange/file/safe-path.ts'
import type { CorpusConfig, Problem } from './config.ts'
import { scanJson } from './json-scan.ts'

/** What is below the corpus root, by paths with `/` between folders. */
export interface Below {
  isFile(path: string): boolean
  /** Whether the corpus has this page. */
  isPage(path: string): boolean
}

const noFile = 'there is no such file.'
const noPage = 'the corpus has no such page.'

/** Behind these nobody reads on. */
const mostProblems = 100

/** `text` is that of the file at `uri`, and `config` what was read from it. */
export function unfulfilled(
  {
    uri,
    text,
    config,
  }: { readonly uri: string; readonly text: string; readonly config: CorpusConfig },
  below: Below,
): readonly Problem[] {
  const file = guidelinesFile(config.guidelines)
  const paths = Object.keys(config.pageData).filter((path) => !below.isPage(path))
  const isMissing = file !== undefined && !below.isFile(file)
  if (!isMissing && paths.length === 0) return []
  const scan = scanJson(text)
  const at = (path: readonly string[], message: string): Problem => {
    const { start, end } = scan.placeOf(path)
    return { uri, offset: start, end, message }
  }
  return [
    ...(isMissing ? [at(['guidelines'], `"guidelines": ${noFile}`)] : []),
    ...paths.slice(0, mostProblems).map((path) => at(['pageData', path], `"pageData": ${noPage}`)),
  ]
}

/**
 * The path that guidelines name, by the ending or the folder of a file; `undefined` for the name of a version (`2.1`),
 * an address, or what is not looked at (dotfolders).
 */
export function guidelinesFile(guidelines: string | undefined): string | undefined {
  const path = guidelines === undefined ? undefined : safePath(guidelines)
  if (path === undefined || isIgnored(path)) return undefined
  return /\.\p{L}[\p{L}\p{N}]{0,7}$/u.test(path) ? path : undefined
}
