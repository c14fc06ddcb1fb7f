/** Sends the problems of pages, sidecars and corpus.json files to the client, and takes back those that are gone. */
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node'
import { findPage, type Snapshot } from '../corpus/snapshot/model.ts'
import { sidecarPath } from '../disk/sidecar-names.ts'
import { normalUri } from '../disk/uri.ts'
import { configProblems, entitiesProblems } from '../feature/lists/corpora.ts'
import { diagnostics } from '../feature/page/diagnostics.ts'
import { t } from '../feature/wording/messages.ts'
import { lineIndex, spanToRange } from '../text/lines.ts'
import { shownName } from './strays.ts'

export class PageProblems {
  readonly #connection: Connection
  readonly #straysOf: (page: string) => readonly string[]
  /** Uris of files that have diagnostics at the client. */
  readonly #shown = new Set<string>()

  /** `straysOf` gives the uris of sidecars without a page that describe the text of a page. */
  constructor(connection: Connection, straysOf: (page: string) => readonly string[]) {
    this.#connection = connection
    this.#straysOf = straysOf
  }

  /** Publishes the problems that these pages and their sidecars have now. */
  publish(snapshot: Snapshot, uris: readonly string[]): void {
    for (const uri of uris) {
      const place = findPage(snapshot, uri)
      const found = place === undefined ? { page: [], sidecar: [] } : diagnostics(place)
      const strays = place === undefined ? [] : this.#straysOf(uri)
      const problems = found.page.map(({ span, code, message, id }) => ({
        ...warning(message),
        range:
          place === undefined
            ? { start: nowhere, end: nowhere }
            : spanToRange(place.document.lines, span),
        code,
        data: { id },
      }))
      this.#send(place?.document.uri ?? uri, [...strays.map(strayProblem), ...problems])
      this.#send(
        sidecarPath(normalUri(uri)),
        found.sidecar.map(({ line, code, message }) => ({
          ...warning(message),
          range: { start: { line, character: 0 }, end: { line, character: 10_000 } },
          code,
        })),
      )
    }
  }

  #send(uri: string, list: Diagnostic[]): void {
    if (list.length === 0 && !this.#shown.delete(uri)) return
    if (list.length > 0) this.#shown.add(uri)
    void this.#connection.sendDiagnostics({ uri, diagnostics: list })
  }
}

export class ConfigProblems {
  readonly #connection: Connection
  readonly #textOf: (uri: string) => string
  /** Uris of corpus.json files that have diagnostics at the client. */
  #shown: ReadonlySet<string> = new Set()

  /** `textOf` gives the text of the corpus.json to which its problems refer. */
  constructor(connection: Connection, textOf: (uri: string) => string) {
    this.#connection = connection
    this.#textOf = textOf
  }

  /** Publishes the mistakes that all corpus.json files have now. */
  publish(snapshot: Snapshot): void {
    const problems = configProblems(snapshot)
    const fixed = [...this.#shown].filter((uri) => !problems.has(uri))
    this.#shown = new Set(problems.keys())
    for (const uri of fixed) void this.#connection.sendDiagnostics({ uri, diagnostics: [] })
    for (const [uri, list] of problems) {
      const lines = lineIndex(this.#textOf(uri))
      const found = list.map(({ offset, end: until, message }) => {
        const start = lines.position(offset)
        const end = lines.position(until ?? lines.lineEnd(start.line))
        return { ...warning(message), range: { start, end } }
      })
      void this.#connection.sendDiagnostics({ uri, diagnostics: found })
    }
  }
}

/** Of `entities.jsonl` files. */
export class EntitiesProblems {
  readonly #connection: Connection
  #shown: ReadonlySet<string> = new Set()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Publishes what is wrong with all of them now. */
  publish(snapshot: Snapshot): void {
    const problems = entitiesProblems(snapshot)
    const fixed = [...this.#shown].filter((uri) => !problems.has(uri))
    this.#shown = new Set(problems.keys())
    for (const uri of fixed) void this.#connection.sendDiagnostics({ uri, diagnostics: [] })
    for (const [uri, list] of problems) {
      const diagnostics = list.map(({ line, message }) => ({
        ...warning(message),
        range: { start: { line, character: 0 }, end: { line, character: 10_000 } },
      }))
      void this.#connection.sendDiagnostics({ uri, diagnostics })
    }
  }
}

/** Quiet: nothing is wrong with the page. */
function strayProblem(sidecar: string): Diagnostic {
  const message = t('{0} has annotations of this text, and no page.', shownName(sidecar))
  return {
    ...warning(message),
    severity: DiagnosticSeverity.Information,
    range: { start: nowhere, end: { line: 0, character: 10_000 } },
    code: 'renamed',
  }
}

function warning(message: string) {
  return { severity: DiagnosticSeverity.Warning, source: 'biaozhu', message }
}

const nowhere = { line: 0, character: 0 }
