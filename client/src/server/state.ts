/** The one word that says where the extension stands; welcome views and menus read it. */
import { commands, type Disposable, EventEmitter } from 'vscode'
import type { Notifications } from '../../../server/src/protocol.ts'
import { debounced } from './debounced.ts'
import type { Server } from './server.ts'

/** `none`: no corpus. `empty`: a corpus, but no file matches its globs. */
export type Standing = 'none' | 'indexing' | 'empty' | 'ready' | 'failed'

export class State implements Disposable {
  readonly #server: Server
  readonly #changes = new EventEmitter<Standing>()
  readonly #subscriptions: readonly Disposable[]
  #standing: Standing = 'none'
  #step: Notifications['biaozhu/indexing'] = { done: 0, total: 0 }

  readonly onDidChange = this.#changes.event

  constructor(server: Server) {
    this.#server = server
    const count = debounced(() => void this.#count(), 300)
    this.#subscriptions = [
      count,
      server.onDidChangeState((state) => {
        if (state === 'stopped') this.#become('none')
        else if (state === 'failed') this.#become('failed')
        else if (state === 'starting') this.#index({ done: 0, total: 0 })
        else count.run()
      }),
      server.onDidIndex((step) => {
        if (step.done < step.total) this.#index(step)
        else void this.#count()
      }),
      server.onDidChange(() => count.run()),
    ]
    this.#become('none')
  }

  get standing(): Standing {
    return this.#standing
  }

  /** How far the indexing is; both numbers are 0 while they are not known. */
  get step(): Notifications['biaozhu/indexing'] {
    return this.#step
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
    this.#changes.dispose()
  }

  #index(step: Notifications['biaozhu/indexing']): void {
    this.#step = step
    this.#become('indexing')
  }

  async #count(): Promise<void> {
    const corpora = await this.#server.request('biaozhu/corpora', {})
    if (corpora === undefined) return
    this.#become(corpora.some((corpus) => corpus.pages > 0) ? 'ready' : 'empty')
  }

  #become(standing: Standing): void {
    this.#standing = standing
    void commands.executeCommand('setContext', 'biaozhu.state', standing)
    this.#changes.fire(standing)
  }
}
