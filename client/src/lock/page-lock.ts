/**
 * Pages are locked while they are annotated, so that no key that was meant for an annotation changes the text.
 * The editor tells no extension whether a page is read-only: what is known here is what was done here, and
 * that a page with unsaved edits has been unlocked.
 */
import { commands, type Disposable, l10n, type TextDocument, window, workspace } from 'vscode'
import { uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { isOn } from '../server/settings.ts'
import { followLockSetting } from './in-settings.ts'
import { Young } from './young.ts'

/** What the editor has of it acts on the editor in front alone. */
const session = {
  lock: 'workbench.action.files.setActiveEditorReadonlyInSession',
  unlock: 'workbench.action.files.setActiveEditorWriteableInSession',
  reset: 'workbench.action.files.resetActiveEditorReadonlyInSession',
}

const correcting = 'biaozhu.correcting'

export class PageLock implements Disposable {
  /** Pages that were locked or unlocked in this session; one that is not there has not been in sight. */
  readonly #states = new Map<string, 'locked' | 'unlocked'>()
  /** Pages that are open for an edit of ours. */
  readonly #edited = new Set<string>()
  readonly #young = new Young()
  readonly #subscriptions: readonly Disposable[]
  /** The command of the editor means the page in front: there is one at a time. */
  #last: Promise<unknown> = Promise.resolve()

  constructor() {
    const settle = (): void => void this.#inTurn(() => this.#settle())
    this.#subscriptions = [
      followLockSetting(),
      window.onDidChangeActiveTextEditor(settle),
      // A page becomes one by its language, which the editor reports as opening it.
      workspace.onDidOpenTextDocument(settle),
      workspace.onDidSaveTextDocument(settle),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('biaozhu.lockPages')) settle()
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      commands.registerCommand('biaozhu.unlockPage', () => this.#set('unlocked')),
      commands.registerCommand('biaozhu.lockPage', () => this.#set('locked')),
    ]
    settle()
  }

  isLocked(uri: string): boolean {
    return this.#states.get(uri) === 'locked'
  }

  /** Whether it is open for an edit of ours alone. */
  isEdited(uri: string): boolean {
    return this.#edited.has(uri)
  }

  /**
   * Runs an edit of ours, which has to save the page as well: it is unlocked before, and locked again. `always`: also
   * where it is not known to be locked.
   */
  async edit<T>(
    document: TextDocument,
    work: () => Promise<T>,
    { always = false }: { readonly always?: boolean } = {},
  ): Promise<T> {
    const uri = uriKey(document.uri)
    if (!always && !this.isLocked(uri)) return work()
    return this.#inTurn(async () => {
      this.#edited.add(uri)
      // Keys that annotate keep their meaning meanwhile, where they had it.
      if (this.isLocked(uri)) await commands.executeCommand('setContext', correcting, true)
      try {
        await bringToFront(document)
        await commands.executeCommand(session.unlock)
        return await work()
      } finally {
        await bringToFront(document)
        await commands.executeCommand(session.lock)
        await commands.executeCommand('setContext', correcting, false)
        // Typed behind the edit, which has saved the page.
        if (document.isDirty) await commands.executeCommand('workbench.action.files.revert')
        this.#edited.delete(uri)
      }
    })
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
    this.#young.dispose()
  }

  /** Locks the page in front when it is seen for the first time. */
  async #settle(): Promise<void> {
    const document = window.activeTextEditor?.document
    if (document === undefined || !isPageEditorDocument(document)) return
    const uri = uriKey(document.uri)
    const state = this.#states.get(uri)
    if (!isOn('lockPages')) {
      if (state === 'locked') await commands.executeCommand(session.unlock)
      this.#states.delete(uri)
      return
    }
    // Unsaved edits that were there before: a person is at work on the text.
    if (state !== undefined || (document.isDirty && !this.#young.has(document))) return
    this.#edited.add(uri)
    await commands.executeCommand(session.lock)
    if (isInFront(document)) {
      this.#states.set(uri, 'locked')
      if (document.isDirty) await this.#takeBack(document)
    } else if (!isPageInFront()) {
      // The person has gone to another file, which may have been hit.
      await commands.executeCommand(session.reset)
    }
    this.#edited.delete(uri)
  }

  /** What was typed before the lock was there is on no page. */
  async #takeBack(document: TextDocument): Promise<void> {
    await commands.executeCommand('workbench.action.files.revert')
    const typed = this.#young.typed(document)
    const message = l10n.t('The page is locked while it is annotated: “{0}” was taken back.', typed)
    const unlock = l10n.t('Unlock Page')
    void window.showInformationMessage(message, unlock).then((choice) => {
      if (choice === unlock) void commands.executeCommand('biaozhu.unlockPage')
    })
  }

  /** What a person asks for. */
  async #set(state: 'locked' | 'unlocked'): Promise<void> {
    await this.#inTurn(async () => {
      const document = window.activeTextEditor?.document
      if (document === undefined || !isPageEditorDocument(document)) return
      this.#states.set(uriKey(document.uri), state)
      await commands.executeCommand(state === 'locked' ? session.lock : session.unlock)
    })
  }

  /** The editor's own message has unlocked a page where a person can edit it. */
  #changed(document: TextDocument): void {
    const uri = uriKey(document.uri)
    if (!document.isDirty || this.#edited.has(uri) || !this.isLocked(uri)) return
    this.#states.set(uri, 'unlocked')
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => undefined)
    return next
  }
}

async function bringToFront(document: TextDocument): Promise<void> {
  if (isInFront(document)) return
  await window.showTextDocument(document, { preserveFocus: true, preview: false })
}

function isInFront({ uri }: TextDocument): boolean {
  const front = window.activeTextEditor?.document.uri
  return front !== undefined && uriKey(front) === uriKey(uri)
}

function isPageInFront(): boolean {
  const front = window.activeTextEditor?.document
  return front === undefined || isPageEditorDocument(front)
}
