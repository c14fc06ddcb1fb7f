/** The settings under `biaozhu.`: reading, toggling, and what of them the server is told. */
import { ConfigurationTarget, workspace } from 'vscode'
import type { ClientNotifications } from '../../../server/src/protocol.ts'

export type Toggle =
  | 'codeLens'
  | 'marks.visible'
  | 'suggestions.visible'
  | 'personalModel.enabled'
  | 'lockPages'
  | 'singleKeys'

/** Globs by workspace folder; folders without the setting are left out. */
export function pageGlobs(): Record<string, readonly string[]> {
  const globs: Record<string, readonly string[]> = {}
  for (const folder of workspace.workspaceFolders ?? []) {
    const set = workspace.getConfiguration('biaozhu', folder.uri).get<unknown>('pages')
    const texts = Array.isArray(set) ? set.filter((glob) => typeof glob === 'string') : []
    if (texts.length > 0) globs[folder.uri.toString()] = texts
  }
  return globs
}

export function isOn(toggle: Toggle): boolean {
  return workspace.getConfiguration('biaozhu').get<boolean>(toggle, true)
}

/** Rejected suggestions are shown on request only. */
export function areRejectedShown(): boolean {
  return workspace.getConfiguration('biaozhu').get<boolean>('rejected.visible', false)
}

/**
 * Written where the person has set it already, otherwise to the user's settings: a corpus folder
 * gets no `.vscode` folder by looking at it.
 */
export async function flip(toggle: Toggle): Promise<void> {
  const configuration = workspace.getConfiguration('biaozhu')
  const inWorkspace = configuration.inspect(toggle)?.workspaceValue !== undefined
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  await configuration.update(toggle, !isOn(toggle), target)
}

/** `biaozhu.annotator`; `undefined` where nobody has set it. */
function annotator(): string | undefined {
  const name = workspace.getConfiguration('biaozhu').get<unknown>('annotator')
  return typeof name === 'string' && name.trim() !== '' ? name : undefined
}

export function serverSettings(): ClientNotifications['biaozhu/settings'] {
  const name = annotator()
  return {
    pages: pageGlobs(),
    suggestions: isOn('suggestions.visible'),
    minimumConfidence: workspace
      .getConfiguration('biaozhu')
      .get<number>('suggestions.minimumConfidence', 0),
    dateHints: workspace.getConfiguration('biaozhu').get<boolean>('dateHints', false),
    codeLens: isOn('codeLens'),
    rejected: areRejectedShown(),
    personalModel: isOn('personalModel.enabled'),
    retrainAfterPages: workspace
      .getConfiguration('biaozhu')
      .get<number>('personalModel.retrainAfterPages', 5),
    // One that was taken back is said, too: the server keeps what it was told before.
    annotator: name ?? '',
  }
}
