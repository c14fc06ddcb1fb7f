/** Tells the client what has changed: once for many changes, and never more than it needs. */
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver/node'
import type { Warmer } from '../corpus/loading/warm.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import { configProblems } from '../feature/lists/corpora.ts'
import type { Notifications } from '../protocol.ts'
import { lineIndex } from '../text/lines.ts'
import type { ClientSupport } from './capabilities.ts'
import { createPageProblems } from './diagnostics.ts'
import { guardNotification } from './guard.ts'

export interface Announcer {
  /** The client edited these pages itself: views hear of it, tokens it asks for by itself. */
  edited(uris: readonly string[]): void
  /** Something else changed: tokens and hints of open editors are asked for again, too. */
  changed(uris: readonly string[]): void
}

/** Milliseconds in which changes are gathered: shorter than a person notices in a view. */
const delay = 120

export interface AnnouncerParts {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly warmer: Pick<Warmer, 'rest'>
  readonly support: () => ClientSupport
  /** The text of the corpus.json to which its problems refer. */
  readonly textOf: (uri: string) => string
}

export function createAnnouncer({
  connection,
  workspace,
  warmer,
  support,
  textOf,
}: AnnouncerParts): Announcer {
  const pageProblems = createPageProblems(connection)
  let timer: NodeJS.Timeout | undefined
  let pages = new Set<string>()
  let refresh = false
  let withProblems: ReadonlySet<string> = new Set()

  const analyseOthers = guardNotification(connection, 'analysing', warmer.rest)
  const gather = (uris: readonly string[]): void => {
    for (const uri of uris) pages.add(uri)
    if (timer === undefined) timer = setTimeout(announce, delay)
  }
  const announce = (): void => {
    const changed: Notifications['biaozhu/changed'] = {
      revision: workspace.snapshot().revision,
      pages: [...pages],
    }
    const again = refresh
    pageProblems.publish(workspace.snapshot(), [...pages])
    timer = undefined
    pages = new Set()
    refresh = false
    void connection.sendNotification('biaozhu/changed', changed)
    publishProblems()
    // What changed on one page may say something of names on others: views hear of those as well.
    if (again) void analyseOthers(gather)
    if (again && support().tokensRefresh) ask(connection.languages.semanticTokens.refresh())
    if (again && support().hintsRefresh) ask(connection.languages.inlayHint.refresh())
  }
  const publishProblems = (): void => {
    const problems = configProblems(workspace.snapshot())
    const fixed = [...withProblems].filter((uri) => !problems.has(uri))
    withProblems = new Set(problems.keys())
    for (const uri of fixed) void connection.sendDiagnostics({ uri, diagnostics: [] })
    for (const [uri, list] of problems) {
      const lines = lineIndex(textOf(uri))
      const diagnostics = list.map(({ offset, end: until, message }) => {
        const start = lines.position(offset)
        const end = lines.position(until ?? lines.lineEnd(start.line))
        return {
          range: { start, end },
          severity: DiagnosticSeverity.Warning,
          source: 'biaozhu',
          message,
        }
      })
      void connection.sendDiagnostics({ uri, diagnostics })
    }
  }
  return {
    edited: gather,
    changed(uris) {
      refresh = true
      gather(uris)
    },
  }
}

/** A client that refuses to refresh, or is gone meanwhile, shows old tokens: nothing to do. */
function ask(answer: Promise<void>): void {
  answer.catch(() => undefined)
}
