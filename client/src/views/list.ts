/** A view: it is filled while it is seen, when what it shows is no longer right, and only where something is another. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  window,
} from 'vscode'
import { debounced } from '../server/debounced.ts'
import { type Face, itemOf, joined, type Words } from './face.ts'
import { Given, type Line, type Source, type Told } from './given.ts'

/** A line that knows which one it is below. */
export interface Branch<N> extends Line {
  readonly parent?: N | undefined
}

/** What a view shows, and what is done with it. */
export interface Contents<N extends Branch<N>> extends Source<N, Face> {
  /** `biaozhu.review` */
  readonly view: string
  /** Asks for what the lines are made of. It is shown by what is given, unless a later question is on its way by then. */
  readonly load: () => Promise<() => void>
  /** Boxes to tick, for what is done with many lines at once. */
  readonly boxes?: {
    readonly tick: (line: N, isOn: boolean) => Promise<void> | void
    /** How many are ticked. */
    readonly count: () => number
  }
  /** What stands in the title, behind the number of what is ticked. */
  readonly words: () => Words
  /** Milliseconds without news after which it is filled. */
  readonly pause: number
  readonly drag?: TreeDragAndDropController<N>
}

const ofMany = { showCollapseAll: true, canSelectMany: true, manageCheckboxStateManually: true }

export class List<N extends Branch<N>> implements TreeDataProvider<N>, Disposable {
  readonly view: TreeView<N>
  readonly #contents: Contents<N>
  readonly #given: Given<N, Face>
  readonly #changes = new EventEmitter<N[] | undefined>()
  readonly #reload: { run(): void; dispose(): void }
  readonly #subscriptions: readonly Disposable[]
  #selection: readonly N[] = []
  #isOutdated = true
  #asked = 0

  readonly onDidChangeTreeData = this.#changes.event

  constructor(contents: Contents<N>) {
    this.#contents = contents
    this.#given = new Given(contents)
    this.view = window.createTreeView<N>(contents.view, {
      treeDataProvider: this,
      ...(contents.boxes === undefined ? {} : ofMany),
      ...(contents.drag === undefined ? {} : { dragAndDropController: contents.drag }),
    })
    this.#reload = debounced(() => void this.#loadIfSeen(), contents.pause)
    this.#subscriptions = [
      this.#changes,
      this.view,
      this.#reload,
      this.view.onDidChangeVisibility(() => void this.#loadIfSeen()),
      this.view.onDidChangeSelection(({ selection }) => {
        this.#selection = selection
      }),
      this.view.onDidChangeCheckboxState(({ items }) => void this.#tick(items)),
    ]
  }

  /** While it is filled anew the editor does not know what is selected: then it is what was, as far as it is there. */
  get selection(): readonly N[] {
    const { selection } = this.view
    return selection.length > 0
      ? selection
      : this.#selection.filter((line) => this.#given.has(line))
  }

  /** What is shown is no longer right: news come in bursts, and nothing is asked as long as nobody sees it. */
  outdate(): void {
    this.#isOutdated = true
    this.#reload.run()
  }

  /** Something else is to be shown, at once where somebody sees it. */
  async renew(): Promise<void> {
    this.#isOutdated = true
    await this.#loadIfSeen()
  }

  /** What was loaded is right, whether somebody sees it or not. */
  async fresh(): Promise<void> {
    if (this.#isOutdated) await this.load()
  }

  async load(): Promise<void> {
    this.#isOutdated = false
    const turn = ++this.#asked
    const show = await this.#contents.load()
    if (turn !== this.#asked) return
    show()
    this.describe()
    await this.arrange()
  }

  /** Shows what was loaded in another way. */
  async arrange(): Promise<void> {
    this.#tell(await this.#given.anew())
  }

  /** Shows more where `line` stood for what is not shown yet; the keyboard goes on at the first line that has come. */
  async goOn(line: N): Promise<void> {
    const at = (await this.getChildren(line.parent)).indexOf(line)
    await this.arrange()
    const first = (await this.getChildren(line.parent))[at]
    if (first !== undefined) await this.view.reveal(first, { focus: true, select: true })
  }

  /** Shows what is ticked by now; `also` are lines that the editor shows as others than they are. */
  showTicks(also: readonly N[] = []): void {
    this.describe()
    this.#tell([...this.#given.otherLooks(), ...also])
  }

  /** In the title: a message above the lines would move them under the pointer that ticks. */
  describe(): void {
    const { view, boxes, words } = this.#contents
    const count = boxes?.count() ?? 0
    if (boxes !== undefined) {
      void commands.executeCommand('setContext', `${view}.checked`, count > 0)
    }
    this.view.description = joined([count === 0 ? '' : l10n.t('{0} checked', count), ...words()])
  }

  /** Other lines come: what was given is not compared with them. */
  clear(): void {
    this.#given.forget()
    this.#changes.fire(undefined)
  }

  getTreeItem(line: N): TreeItem {
    return itemOf(line, this.#given.look(line))
  }

  getParent(line: N): N | undefined {
    return line.parent
  }

  getChildren(line?: N): Promise<N[]> {
    return this.#given.below(line)
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #loadIfSeen(): Promise<void> {
    if (this.view.visible) await this.fresh()
  }

  async #tick(items: readonly (readonly [N, TreeItemCheckboxState])[]): Promise<void> {
    for (const [line, state] of items) {
      await this.#contents.boxes?.tick(line, state === TreeItemCheckboxState.Checked)
    }
    // The editor has ticked them already, also where that was refused.
    this.showTicks(items.map(([line]) => line))
  }

  #tell(told: Told<N>): void {
    if (told.includes(undefined)) this.#changes.fire(undefined)
    else this.#changes.fire(told.filter((line) => line !== undefined))
  }
}
