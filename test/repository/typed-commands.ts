/** What must not compile: a wrong command name, parameter or answer. The compiler is the test. */
import type { Send } from '../../client/src/server/send.ts'
import type { Action } from '../../server/src/feature/annotate/action.ts'
import { optional, page, text } from '../../server/src/feature/annotate/parameters.ts'
import type { CodeAction } from '../../server/src/feature/cursor/code-actions.ts'
import type { CommandAnswer } from '../../server/src/protocol.ts'

const uri = 'file:///corpus/1.txt'

export async function client(send: Send): Promise<void> {
  // @ts-expect-error There is no such command.
  await send('acept', { uri })
  // @ts-expect-error The page is missing.
  await send('accept', { id: '1' })
  // @ts-expect-error A parameter of another command.
  await send('accept', { uri, side: 'start' })
  // @ts-expect-error A wrong value.
  await send('widen', { uri, side: 'left' })
  const asked = await send('articlesOf', { uri })
  // @ts-expect-error A question changes nothing.
  if (asked?.kind === 'done') return
  // @ts-expect-error The answer has no blocks.
  if (asked?.kind === 'answer') asked.answer.blocks
}

export const answers: readonly [CommandAnswer<'fragmentsOf'>, CommandAnswer<'mark'>] = [
  // @ts-expect-error `whole` is missing.
  { kind: 'answer', answer: { ranges: [], texts: [] } },
  // @ts-expect-error `mark` asks nothing.
  { kind: 'answer', answer: { id: '1' } },
]

const parameters = { place: page, id: text() }
const result = { kind: 'edits', label: '', edits: [] } as const

export const actions: readonly [Action<'detach'>, Action<'detach'>, Action<'articlesOf'>] = [
  // @ts-expect-error `id` is no optional parameter.
  { description: '', parameters: { place: page, id: optional(text()) }, run: () => result },
  // @ts-expect-error It changes something, and has nothing to answer.
  { description: '', parameters, run: () => ({ kind: 'answer', answer: { id: '1' } }) },
  // @ts-expect-error It does not say that it only asks.
  {
    description: '',
    parameters: { place: page },
    run: () => ({ kind: 'answer', answer: { articles: [] } }),
  },
]

export const offered: readonly CodeAction[] = [
  // @ts-expect-error `confirm` takes the id of a record.
  { title: '', command: 'confirm', params: {} },
]
