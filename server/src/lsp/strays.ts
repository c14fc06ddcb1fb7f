/** Annotations without a page, offered to the page that has their text: by a rename that any editor makes. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver/node'
import { readSidecarName, sidecarPath } from '../disk/sidecar-names.ts'
import { normalUri, parentUri, pathBelow } from '../disk/uri.ts'
import { t } from '../feature/wording/messages.ts'

/** A person reads the name of the file, not its folders. */
export function shownName(uri: string): string {
  return pathBelow(parentUri(uri), uri) ?? uri
}

/** `sidecars` describe the text of the page at `uri`, which has no such file of its own. */
export function strayActions(uri: string, sidecars: readonly string[]): CodeAction[] {
  return sidecars.map((sidecar) => {
    const newUri = sidecarPath(normalUri(uri), readSidecarName(sidecar)?.layer)
    return {
      title: t('Take the annotations of {0} for this page', shownName(sidecar)),
      kind: CodeActionKind.QuickFix,
      edit: { documentChanges: [{ kind: 'rename', oldUri: sidecar, newUri }] },
    }
  })
}
