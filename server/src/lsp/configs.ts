/** The corpus.json files that editors have open: what is written there takes effect before it is saved. */
import type { Connection } from 'vscode-languageserver/node'
import type { Loader } from '../corpus/loading/loader.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import type { Announcer } from './announce.ts'
import { guardNotification } from './guard.ts'

/** Milliseconds without typing: half-written words are no mistakes yet. */
const pause = 200

/** Gives what is to be called with each text of a corpus.json, and with `undefined` when it is closed. */
export function followConfigs(
  connection: Connection,
  workspace: Workspace,
  loader: Loader,
  announcer: Announcer,
): (uri: string, text: string | undefined) => void {
  const timers = new Map<string, NodeJS.Timeout>()
  const take = guardNotification(
    connection,
    'corpus.json',
    async ({ uri, text }: { readonly uri: string; readonly text: string | undefined }) => {
      const before = pageUris(workspace)
      const changed = await loader.configEdited(uri, text)
      if (changed === 'nothing') return
      // Another schema makes other suggestions, problems and signs on all of them.
      announcer.changed([...new Set([...before, ...pageUris(workspace)])])
    },
  )
  return (uri, text) => {
    clearTimeout(timers.get(uri))
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri)
        void take({ uri, text })
      }, pause),
    )
  }
}

function pageUris(workspace: Workspace): readonly string[] {
  return workspace.snapshot().corpora.flatMap(({ documents }) => documents.map(({ uri }) => uri))
}
