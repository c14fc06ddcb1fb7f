/**
 * What the editor was given of a view, line by line. A view that is filled anew as a whole loses the click and the key that come meanwhile,
 * so the editor is told of what has changed alone, and what it asks for then is there. Without the editor's own types.
 */
import { isDeepStrictEqual } from 'node:util'

/** A line of a view; it stays the same object as long as its id is the same. */
export interface Line {
  readonly id: string
}

export interface Source<N extends Line, Look> {
  /** Asks for the lines below one; below none, for those that the view begins with. */
  readonly below: (line: N | undefined) => Promise<readonly N[]>
  /** What is seen of a line, as plain data. */
  readonly look: (line: N) => Look
}

/** Lines that the editor is to be told of; `undefined` stands for the whole view. */
export type Told<N> = readonly (N | undefined)[]

type Lists<N> = Map<string | undefined, readonly N[]>

export class Given<N extends Line, Look = unknown> {
  readonly #source: Source<N, Look>
  /** By the id of the line that they are below. */
  #lists: Lists<N> = new Map()
  #lines = new Map<string, N>()
  #looks = new Map<string, Look>()
  #turn = 0

  constructor(source: Source<N, Look>) {
    this.#source = source
  }

  /** Whether a line is still there. */
  has(line: N): boolean {
    return this.#lines.get(line.id) === line
  }

  /** The lines below one, for the editor. They are asked for once, until the view is filled anew. */
  async below(line?: N): Promise<N[]> {
    for (;;) {
      const known = this.#lists.get(line?.id)
      if (known !== undefined) return [...known]
      const turn = this.#turn
      const lines = await this.#ask(line)
      // What was asked while the view was filled anew may be what it was before.
      if (turn === this.#turn) this.#keep(line?.id, lines)
    }
  }

  /** What is seen of a line, for the editor. */
  look(line: N): Look {
    const look = this.#source.look(line)
    this.#looks.set(line.id, look)
    return look
  }

  /** Asks anew for all that was given; a later call has the answer where one comes meanwhile. */
  async anew(): Promise<Told<N>> {
    const turn = ++this.#turn
    const lists: Lists<N> = new Map()
    const ask = async (line?: N): Promise<void> => {
      const lines = await this.#ask(line)
      lists.set(line?.id, lines)
      await Promise.all(lines.filter(({ id }) => this.#lists.has(id)).map(ask))
    }
    if (this.#lists.has(undefined)) await ask()
    return turn === this.#turn ? this.#settle(lists) : []
  }

  /** Where the lines are the same and only their looks may be others. */
  otherLooks(): Told<N> {
    return this.#settle(this.#lists)
  }

  /** The view shows something else. */
  forget(): void {
    this.#turn++
    this.#lists.clear()
    this.#lines.clear()
    this.#looks.clear()
  }

  /** Lines that were given before are the same objects, and are what is said of them now. */
  async #ask(line: N | undefined): Promise<readonly N[]> {
    const lines = await this.#source.below(line)
    return lines.map((each) => {
      const known = this.#lines.get(each.id)
      return known === undefined ? each : Object.assign(known, each)
    })
  }

  #keep(id: string | undefined, lines: readonly N[]): void {
    this.#lists.set(id, lines)
    for (const line of lines) this.#lines.set(line.id, line)
  }

  #settle(lists: Lists<N>): Told<N> {
    const [lists0, looks0] = [this.#lists, this.#looks]
    this.#lists = new Map()
    this.#lines = new Map()
    this.#looks = new Map()
    const told: (N | undefined)[] = []
    const follow = (line: N | undefined, isTold: boolean): void => {
      const before = lists0.get(line?.id)
      const lines = lists.get(line?.id) ?? before
      const isOther =
        (before !== lines && !isDeepStrictEqual(before?.map(idOf), lines?.map(idOf))) ||
        (line !== undefined && this.#looksOtherwise(line, looks0))
      if (isOther && !isTold) told.push(line)
      if (lines === undefined) return
      this.#keep(line?.id, lines)
      for (const each of lines) follow(each, isTold || isOther)
    }
    follow(undefined, false)
    return told
  }

  /** What was not seen yet will be asked for. */
  #looksOtherwise(line: N, looks: ReadonlyMap<string, Look>): boolean {
    const before = looks.get(line.id)
    if (before === undefined) return false
    this.#looks.set(line.id, before)
    return !isDeepStrictEqual(before, this.#source.look(line))
  }
}

function idOf({ id }: Line): string {
  return id
}
