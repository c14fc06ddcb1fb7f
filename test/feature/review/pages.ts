/** Several annotated pages under review, in the notation of the fixture for actions. */

import { mentionSpan } from '../../../server/src/annotation/record/mention.ts'
import { findPage, type PageOfCorpus } from '../../../server/src/corpus/snapshot/model.ts'
import type {
  ActionName,
  ActionResult,
  Selected,
} from '../../../server/src/feature/annotate/action.ts'
import type { Json, JsonObject } from '../../../server/src/values/json.ts'
import { range } from '../annotate/acting.ts'
import { type AnnotatedPage, annotated, type Given, printed, root } from '../annotate/fixture.ts'

export interface ReviewedPages extends Pick<AnnotatedPage, 'workspace'> {
  place(path: string): PageOfCorpus
  /** The page in the notation of the fixture. */
  shown(path: string): string
  /** Acts on the mention that `at` names as `1.txt 富润`, or on the page `1.txt`. */
  run<N extends ActionName>(name: N, at: string, values?: JsonObject): Acted<N>
  undo(): void
}

export interface Acted<N extends ActionName> {
  readonly result: ActionResult<N>
  /** `1.txt 富润`: what is selected when the edits are in. */
  readonly next: string | undefined
  readonly answer: unknown
}

export function reviewed(
  marked: Readonly<Record<string, string>>,
  given: Given = {},
): ReviewedPages {
  const { '1.txt': first = '', ...others } = marked
  const { workspace, acting } = annotated(first, { ...given, others })
  const place = (path: string): PageOfCorpus => {
    const found = findPage(workspace.snapshot(), `${root}/${path}`)
    if (found === undefined) throw new Error(`There is no page ${path}`)
    return found
  }
  const paramsOf = (at: string): JsonObject => {
    const [path = '', name] = at.split(' ')
    const { document } = place(path)
    const mention = document.mentions.find(({ text }) => text === name)
    const where =
      mention === undefined ? {} : { range: range(document.lines, mentionSpan(mention)) }
    return { uri: document.uri, ...where }
  }
  /** Also a text that is no mention. */
  const itemOf = (at: string): JsonObject => {
    const [path = '', text = ''] = at.split(' ')
    const { document } = place(path)
    const start = document.text.indexOf(text)
    return { range: range(document.lines, { start, end: start + text.length }), ...paramsOf(at) }
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
    run(name, at, { items, ...values } = {}) {
      const { uri, ...where } = paramsOf(at)
      const picked = Array.isArray(items)
        ? { items: items.map((each: Json) => itemOf(String(each))) }
        : {}
      const result = acting.act(name, String(uri), { ...where, ...picked, ...values })
      const { performed } = acting
      if (performed?.kind === 'done') {
        return { result, next: named(performed.select), answer: performed.answer }
      }
      return {
        result,
        next: undefined,
        answer: performed?.kind === 'answer' ? performed.answer : undefined,
      }
    },
    undo: () => acting.takeBack(acting.transaction),
  }
}
