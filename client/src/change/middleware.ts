/** What happens between the editor and the server on the way of an answer. */
import { commands, SemanticTokens } from 'vscode'
import type { Middleware } from 'vscode-languageclient/node'
import type { FoundMentions } from '../editor/found.ts'
import type { Sending } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { isOn } from '../server/settings.ts'
import type { Changes } from './changes.ts'

/** All commands of the server begin so. */
const prefix = 'biaozhu.server.'

/** `server` gives the server whose client has this middleware. */
export function middleware(
  changes: Changes,
  found: FoundMentions,
  server: () => Server,
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
    provideHover: async (document, position, token, next) => {
      const card = await next(document, position, token)
      // A step of the walkthrough is ticked by it.
      if (card) void commands.executeCommand('setContext', 'biaozhu.did.hover', true)
      return card
    },
    provideReferences: async (document, position, options, token, next) => {
      const locations = (await next(document, position, options, token)) ?? []
      found.remember(locations, document.uri, position)
      return locations
    },
    executeCommand: (id, given, next) => {
      const name = id.slice(prefix.length)
      if (!server().hasCommand(name)) return next(id, given)
      const [params, how] = given
      const { quiet }: Sending = toObject(how)
      const command = {
        name,
        params: toObject(params),
        traits: server().traitsOf(name),
        quiet: quiet === true,
      }
      return changes.run(command, async (each, values) => next(prefix + each, [values]))
    },
    // The status bar item shows it, with the number of pages.
    handleWorkDoneProgress: (token, { kind }) => {
      server().progress = kind === 'end' ? undefined : token
    },
  }
}

function toObject(values: unknown): object {
  return typeof values === 'object' && values !== null ? values : {}
}
