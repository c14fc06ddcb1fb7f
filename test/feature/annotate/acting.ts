/** Actions on a workspace in memory, performed as the server does, at offsets instead of positions. */
import assert from 'node:assert/strict'
import { findPage, type PageEdit } from '../../../server/src/corpus/snapshot/model.ts'
import type { Workspace } from '../../../server/src/corpus/snapshot/workspace.ts'
import type {
  ActionContext,
  ActionName,
  ActionResult,
  AnyResult,
} from '../../../server/src/feature/annotate/action.ts'
import { runAction } from '../../../server/src/feature/annotate/actions.ts'
import { type Performed, Performer } from '../../../server/src/feature/annotate/perform.ts'
import { type LineIndex, lineIndex, spanToRange } from '../../../server/src/text/lines.ts'
import type { Span } from '../../../server/src/text/span.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'

/** In UTF-16 offsets of the page. */
export interface Places {
  readonly offset?: number | undefined
  readonly span?: Span | undefined
  readonly spans?: readonly Span[] | undefined
}

export class Acting {
  readonly context: ActionContext
  readonly #workspace: Workspace
  readonly #performer: Performer
  #performed: Performed | undefined

  /** `applied` hears of all edits. `clock` gives the ISO time of now. */
  constructor(
    workspace: Workspace,
    applied: (edits: readonly PageEdit[]) => void = () => {},
    clock: () => string = () => '2026-11-20T10:00:00Z',
  ) {
    let transactions = 0
    this.context = contextOf(clock)
    this.#workspace = workspace
    this.#performer = new Performer(
      {
        snapshot: () => workspace.snapshot(),
        reread: () => assert.fail('The disk is asked only for pages that are open'),
        apply(edits) {
          workspace.apply({ kind: 'annotate', edits })
          applied(edits)
        },
        confirm: async () => true,
        entities: {
          apply: (entities) => workspace.apply({ kind: 'decide', edits: entities }),
          confirm: async () => true,
        },
        announce: () => {},
      },
      () => `t${++transactions}`,
    )
  }

  /** What the last action answered when its edits were in. */
  get performed(): Performed | undefined {
    return this.#performed
  }

  /** Runs an action on the page `uri`, and applies what it says. */
  act<N extends ActionName>(
    name: N,
    uri: string,
    values: JsonObject = {},
    at: Places = {},
  ): ActionResult<N> {
    const snapshot = this.#workspace.snapshot()
    const lines = findPage(snapshot, uri)?.document.lines ?? lineIndex('')
    const params = { uri, ...placeParams(lines, at), ...values }
    const result = runAction(name, params, snapshot, this.context)
    const any: AnyResult = result
    this.#performed = any.kind === 'edits' ? this.#performer.commit(any).performed : any
    return result
  }

  /** The last action as `undo` and `redo` name it. */
  get transaction(): string {
    const done = this.#performed?.kind === 'done' ? this.#performed.transaction : undefined
    assert(done !== undefined, 'Nothing was done')
    return done
  }

  takeBack(transaction: string, way: 'undo' | 'redo' = 'undo'): void {
    assert.equal(this.#performer.reverse(transaction, way).performed.kind, 'done')
  }
}

/** Parameters as a client sends them. */
export function placeParams(lines: LineIndex, { offset, span, spans }: Places): JsonObject {
  return {
    ...(offset === undefined ? {} : { position: position(lines, offset) }),
    ...(span === undefined ? {} : { range: range(lines, span) }),
    ...(spans === undefined ? {} : { ranges: spans.map((each) => range(lines, each)) }),
  }
}

export function position(lines: LineIndex, offset: number): JsonObject {
  return { ...lines.position(offset) }
}

export function range(lines: LineIndex, span: Span): JsonObject {
  const { start, end } = spanToRange(lines, span)
  return { start: { ...start }, end: { ...end } }
}

function contextOf(clock: () => string): ActionContext {
  let count = 0
  return {
    who: '王丽',
    get when() {
      return clock()
    },
    newId: () => `n${++count}`,
    versions: { recogniser: '1' },
  }
}
