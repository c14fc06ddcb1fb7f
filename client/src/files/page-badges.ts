/** Signs on pages in file lists: how far each is, and whether annotations have lost their place. */
import {
  type Disposable,
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  ThemeColor,
  Uri,
  window,
} from 'vscode'
import { uriKey } from '../editor/convert.ts'
import { type Badge, badgeOf } from '../review/badge.ts'
import { stateText } from '../review/page-state.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'

export class PageBadges implements FileDecorationProvider, Disposable {
  readonly #server: Server
  readonly #changes = new EventEmitter<Uri[]>()
  readonly #badges = new Map<string, Badge>()
  readonly #subscriptions: readonly Disposable[]
  /** Pages to ask about; `undefined` stands for all. */
  #asked: Set<string> | undefined = new Set()

  readonly onDidChangeFileDecorations = this.#changes.event

  constructor(server: Server) {
    this.#server = server
    const ask = debounced(() => void this.#load(), 300)
    const all = (): void => {
      this.#asked = undefined
      ask.run()
    }
    this.#subscriptions = [
      ask,
      this.#changes,
      window.registerFileDecorationProvider(this),
      server.onDidChange(({ pages }) => {
        for (const page of pages) this.#asked?.add(page)
        ask.run()
      }),
      server.onDidChangeState(all),
      server.onDidIndex(({ done, total }) => {
        if (done >= total) all()
      }),
    ]
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const badge = this.#badges.get(uriKey(uri))
    if (badge === undefined) return undefined
    // On an open page that is locked the editor shows a lock in the place of the sign: colour and words stay.
    const color = badge.colour === undefined ? undefined : new ThemeColor(badge.colour)
    return new FileDecoration(badge.sign, stateText(badge), color)
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #load(): Promise<void> {
    const asked = this.#asked
    this.#asked = new Set()
    const states = await this.#server.request(
      'biaozhu/pageStates',
      asked === undefined ? {} : { uris: [...asked] },
    )
    if (states === undefined && asked !== undefined) return
    // Without an answer about any page nothing is known any more: the server has ended.
    const gone = asked === undefined ? [...this.#badges.keys()] : [...asked].map(uriKey)
    const before = new Map(this.#badges)
    for (const key of gone) this.#badges.delete(key)
    for (const state of states ?? []) this.#badges.set(uriKey(state.uri), badgeOf(state))
    const changed = [...new Set([...before.keys(), ...this.#badges.keys()])].filter(
      (key) => !same(before.get(key), this.#badges.get(key)),
    )
    if (changed.length > 0) this.#changes.fire(changed.map((key) => Uri.parse(key)))
  }
}

function same(a: Badge | undefined, b: Badge | undefined): boolean {
  return a?.progress === b?.progress && a?.orphans === b?.orphans
}
