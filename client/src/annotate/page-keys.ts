/** The one command of all keys that type something on a locked page: for a box that has been asked for, else by themselves. */
import { commands, type Disposable, type ExtensionContext, l10n, window } from 'vscode'
import type { Keys } from '../change/keys.ts'
import { pageEditor } from '../change/place.ts'
import { uriKey } from '../editor/convert.ts'
import type { PageLock } from '../lock/page-lock.ts'
import { isOn } from '../server/settings.ts'
import { acts } from './single-keys.ts'

/** `isAgain`: pressed while a box was closing. */
interface Pressed {
  readonly typed?: unknown
  readonly isAgain?: unknown
}

export function pageKeys(keys: Keys, lock: PageLock): Disposable[] {
  return [
    commands.registerCommand('biaozhu.key', ({ typed, isAgain }: Pressed = {}) => {
      if (typeof typed !== 'string' || typed === '') return
      // A box that was opened elsewhere has keys typed behind it that were never meant for a page.
      if (isAgain === true && !(isOn('singleKeys') && isLocked(lock))) return
      if (keys.isAsking) return keys.press(typed)
      const act = acts.get(typed)
      if (act !== undefined) return commands.executeCommand(act.command, act.args)
      window.setStatusBarMessage(l10n.t('The page is locked: ? shows its keys.'), 5000)
    }),
  ]
}

/** What was typed while a box was closing. */
export function pressAgain(typed: string): void {
  void commands.executeCommand('biaozhu.key', { typed, isAgain: true })
}

/**
 * The editor waits with the first call of a command until all extensions that want to hear of it have answered; keys that are pressed
 * behind it do not wait. So commands of keys are asked for once, doing nothing, before keys are bound. Has to be called
 * before they are registered.
 */
export async function keysWithoutWaiting({ extension }: ExtensionContext): Promise<void> {
  const bindings: readonly { readonly command: string }[] =
    extension.packageJSON.contributes.keybindings
  const own = bindings.map(({ command }) => command).filter((id) => id.startsWith('biaozhu.'))
  for (const id of new Set(own)) {
    const nothing = commands.registerCommand(id, () => undefined)
    void commands.executeCommand(id)
    nothing.dispose()
  }
  // The editor itself calls the last one of them: when that has come, all of them have been heard of.
  await commands.executeCommand('runCommands', { commands: ['biaozhu.key'] })
  await commands.executeCommand('setContext', 'biaozhu.keys', true)
}

function isLocked(lock: PageLock): boolean {
  const editor = pageEditor()
  return editor !== undefined && lock.isLocked(uriKey(editor.document.uri))
}
