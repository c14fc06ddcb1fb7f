/** What happens between the editor and the server on the way of an answer. */
import { SemanticTokens } from 'vscode'
import type { Middleware } from 'vscode-languageclient/node'
import { isOn } from '../server/settings.ts'
import type { Changes } from './changes.ts'

/** All commands of the server begin so. */
const prefix = 'biaozhu.server.'

/** `onProgress` hears of the server's work in progress: its token, `undefined` when it has ended. */
export function middleware(
  changes: Changes,
  onProgress: (token: string | number | undefined) => void,
): Middleware {
  // Marks are hidden as a whole: what semantic tokens would colour goes with the decorations.
  const none = new SemanticTokens(new Uint32Array())
  return {
    provideDocumentSemanticTokens: (document, token, next) =>
      isOn('marks.visible') ? next(document, token) : none,
    provideDocumentSemanticTokensEdits: (document, previous, token, next) =>
      isOn('marks.visible') ? next(document, previous, token) : none,
    provideDocumentRangeSemanticTokens: (document, range, token, next) =>
      isOn('marks.visible') ? next(document, range, token) : none,
    // Without an answer the editor marks every run of characters that equals the one under the
    // cursor, and in Chinese a run is half a sentence.
    provideDocumentHighlights: async (document, position, token, next) =>
      (await next(document, position, token)) ?? [],
    executeCommand: (command, [values], next) =>
      changes.run(command.slice(prefix.length), toObject(values), async (name, given) =>
        next(prefix + name, [given]),
      ),
    // The status bar item shows it, with the number of pages.
    handleWorkDoneProgress: (token, params) =>
      onProgress(params.kind === 'end' ? undefined : token),
  }
}

function toObject(values: unknown): object {
  return typeof values === 'object' && values !== null ? values : {}
}
