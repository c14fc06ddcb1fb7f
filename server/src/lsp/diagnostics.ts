/** Sends the problems of pages and sidecars to the client, and takes back those that are gone. */
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver/node'
import { findPage, type Snapshot } from '../corpus/snapshot/model.ts'
import { sidecarPath } from '../disk/sidecar-names.ts'
import { normalUri } from '../disk/uri.ts'
import { diagnostics } from '../feature/page/diagnostics.ts'
import { spanToRange } from '../text/lines.ts'

export interface PageProblems {
  /** Publishes what is to be said of these pages now. */
  publish(snapshot: Snapshot, uris: readonly string[]): void
}

export function createPageProblems(connection: Connection): PageProblems {
  /** Uris of files that have diagnostics at the client. */
  const shown = new Set<string>()
  const send = (uri: string, list: Parameters<Connection['sendDiagnostics']>[0]['diagnostics']) => {
    if (list.length === 0 && !shown.has(uri)) return
    if (list.length === 0) shown.delete(uri)
    else shown.add(uri)
    void connection.sendDiagnostics({ uri, diagnostics: list })
  }
  return {
    publish(snapshot, uris) {
      for (const uri of uris) {
        const place = findPage(snapshot, uri)
        const found = place === undefined ? { page: [], sidecar: [] } : diagnostics(place)
        const page = place?.document.uri ?? uri
        send(
          page,
          found.page.map(({ span, code, message, id }) => ({
            range:
              place === undefined
                ? { start: nowhere, end: nowhere }
                : spanToRange(place.document.lines, span),
            severity: DiagnosticSeverity.Warning,
            source: 'biaozhu',
            code,
            message,
            data: { id },
          })),
        )
        send(
          sidecarPath(normalUri(uri)),
          found.sidecar.map(({ line, code, message }) => ({
            range: { start: { line, character: 0 }, end: { line, character: 10_000 } },
            severity: DiagnosticSeverity.Warning,
            source: 'biaozhu',
            code,
            message,
          })),
        )
      }
    },
  }
}

const nowhere = { line: 0, character: 0 }
