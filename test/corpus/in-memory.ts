/** A corpus without disk or word lists, in which `【…】` is an initiative. */
import type { Mention } from '../../server/src/annotation/record/mention.ts'
import type { Analyser } from '../../server/src/corpus/analysis/analysis.ts'
import { type CorpusDefinition, defaultConfig } from '../../server/src/corpus/config/config.ts'
import { type FileContent, Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { lexicon } from '../lexicon.ts'

/** Counts in `analysed` how often a text was analysed. */
export interface CountingAnalyser extends Analyser {
  readonly analysed: string[]
  /** The names that people had decided when it was. */
  readonly knew: string[]
}

export function bracketAnalyser(): CountingAnalyser {
  const analysed: string[] = []
  const knew: string[] = []
  return {
    analysed,
    knew,
    lexicon,
    page: () => ({ blocks: [], articles: [], loose: [], unsureJoins: [], data: {} }),
    mentions(text, _, marks) {
      analysed.push(text)
      knew.push([...(marks?.positive.keys() ?? [])].join())
      return [...text.matchAll(/【([^】]+)】/g)].map((found) =>
        bracketed(found.index + 1, found[1] ?? ''),
      )
    },
  }
}

export const root = 'file:///corpus'

export function definition(changes: Partial<CorpusDefinition> = {}): CorpusDefinition {
  return { root, config: defaultConfig, configUri: undefined, problems: [], ...changes }
}

export function file(text: string, changes: Partial<FileContent> = {}): FileContent {
  return { text, encoding: 'utf8', state: 'ready', ...changes }
}

/** A workspace with one corpus that holds `pages` by path. */
export function workspaceOf(
  pages: Readonly<Record<string, string>>,
  analyser: Analyser = bracketAnalyser(),
): Workspace {
  const workspace = new Workspace(analyser)
  workspace.apply({ kind: 'corpora', corpora: [definition()] })
  for (const [path, text] of Object.entries(pages)) {
    workspace.apply({ kind: 'file', uri: `${root}/${path}`, content: file(text) })
  }
  return workspace
}

function bracketed(start: number, text: string): Mention {
  return {
    spans: [{ start, end: start + text.length }],
    type: 'Initiative',
    status: 'suggested',
    text: text.replace(/\s/g, ''),
    article: undefined,
    source: 'test',
    confidence: 1,
  }
}
