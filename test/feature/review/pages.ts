/** Several annotated pages under review, in the notation of the fixture for actions. */

import { mentionSpan } from '../../../server/src/annotation/record/mention.ts'
import { reversed, transactionOf } from '../../../server/src/corpus/saving/transactions.ts'
import { findPage, type PageOfCorpus } from '../../../server/src/corpus/snapshot/model.ts'
import type {
  ActionParams,
  ActionResult,
  Selected,
} from '../../../server/src/feature/annotate/action.ts'
import { actions } from '../../../server/src/feature/annotate/actions.ts'
import { defined } from '../../../server/src/values/defined.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import {
  type AnnotatedPage,
  annotated,
  contextOf,
  type Given,
  printed,
  root,
} from '../annotate/fixture.ts'

export interface ReviewedPages extends Pick<AnnotatedPage, 'workspace'> {
  place(path: string): PageOfCorpus
  /** The page in the notation of the fixture. */
  shown(path: string): string
  /** Acts on the mention that `at` names as `1.txt 富润`, or on the page `1.txt`. */
  run(name: string, at: string, values?: JsonObject): Acted
  items(...at: readonly string[]): readonly ActionParams[]
  undo(): void
}

export interface Acted {
  readonly result: ActionResult
  /** `1.txt 富润`: what is selected when the edits are in. */
  readonly next: string | undefined
  readonly answer: unknown
}

export function reviewed(
  marked: Readonly<Record<string, string>>,
  given: Given = {},
): ReviewedPages {
  const { '1.txt': first = '', ...others } = marked
  const { workspace } = annotated(first, { ...given, others })
  const context = contextOf()
  let last: ReturnType<typeof transactionOf> | undefined
  const place = (path: string): PageOfCorpus => {
    const found = findPage(workspace.snapshot(), `${root}/${path}`)
    if (found === undefined) throw new Error(`There is no page ${path}`)
    return found
  }
  const paramsOf = (at: string, values: JsonObject): ActionParams => {
    const [path = '', name] = at.split(' ')
    const here = place(path)
    const mention = here.document.mentions.find(({ text }) => text === name)
    const span = mention && mentionSpan(mention)
    return { place: here, offset: undefined, span, spans: undefined, values }
  }
  const named = (select: Selected | undefined): string | undefined => {
    if (select === undefined) return undefined
    const { document } = place(select.uri.slice(root.length + 1))
    return `${document.path} ${document.text.slice(select.span.start, select.span.end)}`
  }
  return {
    workspace,
    place,
    shown: (path) => printed(place(path).document),
    items: (...all) => all.map((at) => paramsOf(at, {})),
    run(name, at, { items, ...values } = {}) {
      const action = actions.find((each) => each.name === name)
      if (action === undefined) throw new Error(`There is no action ${name}`)
      const picked = Array.isArray(items)
        ? items.map((each) => paramsOf(String(each), {}))
        : undefined
      const params = { ...paramsOf(at, values), ...defined({ items: picked }) }
      const result = action.run(workspace.snapshot(), params, context)
      if (result.kind === 'refused') return { result, next: undefined, answer: undefined }
      if (result.kind === 'answer') return { result, next: undefined, answer: result.answer }
      last = transactionOf(workspace.snapshot(), result.edits, { id: 't', label: result.label })
      workspace.apply({ kind: 'annotate', edits: result.edits })
      const { select, answer } = { ...result, ...result.after?.(workspace.snapshot()) }
      return { result, next: named(select), answer }
    },
    undo() {
      if (last === undefined) throw new Error('Nothing was done')
      workspace.apply({ kind: 'annotate', edits: reversed(last, workspace.snapshot()) })
    },
  }
}
