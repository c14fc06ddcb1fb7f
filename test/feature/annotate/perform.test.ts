/** Performing an action: the disk is asked first, and what was done can be taken back. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { runAction } from '../../../server/src/feature/annotate/actions.ts'
import { Performer } from '../../../server/src/feature/annotate/perform.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { Acting, position } from './acting.ts'
import { type AnnotatedPage, annotated, pageOf, pageUri, printed } from './fixture.ts'

/** What was asked of the desk, in order: `reread`, `save`, `announce`. */
interface Performing {
  readonly page: AnnotatedPage
  readonly performer: Performer
  readonly asked: readonly string[]
  /** Widens the mention at the offset at its end, as the text is when the action runs. */
  widen(offset: number): ReturnType<Performer['perform']>
}

/** `onDisk` is what the file says when it is read once more, without it what it said before. */
function performing(marked: string, onDisk?: string, isWritten = true): Performing {
  const page = annotated(marked)
  const { workspace } = page
  const asked: string[] = []
  const performer = new Performer(
    {
      snapshot: () => workspace.snapshot(),
      async reread() {
        asked.push('reread')
        if (onDisk !== undefined) write(page, onDisk)
      },
      apply: (edits) => void workspace.apply({ kind: 'annotate', edits }),
      async confirm(uri) {
        asked.push(`confirm ${uri}`)
        return isWritten
      },
      announce: (pages) => void asked.push(`announce ${pages.join(' ')}`),
    },
    () => 'T',
  )
  const { context } = new Acting(workspace)
  return {
    page,
    performer,
    asked,
    widen: (offset) =>
      performer.perform((snapshot) => {
        const at = position(pageOf(workspace).lines, offset)
        const params: JsonObject = { uri: pageUri, position: at, side: 'end' }
        return runAction('widen', params, snapshot, context)
      }),
  }
}

function write({ workspace }: AnnotatedPage, text: string): void {
  const content = { text, encoding: 'utf8', state: 'ready' } as const
  workspace.apply({ kind: 'file', uri: pageUri, content })
}

/** In the editor, unsaved. */
function type({ workspace }: AnnotatedPage, text: string): void {
  workspace.apply({ kind: 'open', uri: pageUri, version: 1, text: pageOf(workspace).text })
  workspace.apply({ kind: 'text', uri: pageUri, version: 2, text })
}

const [confirmed, announced] = [`confirm ${pageUri}`, `announce ${pageUri}`]

describe('performing an action', () => {
  it('applies, saves and announces what it says', async () => {
    const { page, asked, widen } = performing('在⟦嘉兴|Place!⟧市好')
    const performed = await widen(2)
    assert.equal(printed(pageOf(page.workspace)), '在⟦嘉兴市|Place!⟧好')
    assert.deepEqual(performed, {
      kind: 'done',
      label: 'Widen “嘉兴”',
      pages: [pageUri],
      transaction: 'T',
      select: { uri: pageUri, span: { start: 1, end: 4 } },
      answer: { id: 'm0' },
    })
    assert.deepEqual(asked, [announced, confirmed])
  })

  it('changes nothing where it is refused or only asks', async () => {
    const { asked, widen, performer, page } = performing('在⟦嘉兴|Place!⟧')
    assert.equal((await widen(2)).kind, 'refused')
    const { context } = new Acting(page.workspace)
    const ask = performer.perform((snapshot) =>
      runAction('articlesOf', { uri: pageUri }, snapshot, context),
    )
    assert.equal((await ask).kind, 'answer')
    assert.deepEqual(asked, [])
  })

  it('is refused on a page that is not saved, also after the disk was asked', async () => {
    const { page, asked, widen } = performing('在⟦嘉兴|Place!⟧市好')
    type(page, '新在嘉兴市好')
    const performed = await widen(3)
    assert.ok(performed.kind === 'refused' && 'reason' in performed)
    assert.deepEqual([performed.reason, performed.pages], ['unsaved', [pageUri]])
    assert.deepEqual(asked, ['reread'])
    assert.equal(printed(pageOf(page.workspace)), '新在⟦嘉兴|Place!⟧市好')
  })

  it('goes on where the disk has what the editor shows', async () => {
    const { page, asked, widen } = performing('在⟦嘉兴|Place!⟧市好', '新在嘉兴市好')
    type(page, '新在嘉兴市好')
    assert.equal((await widen(3)).kind, 'done')
    assert.equal(printed(pageOf(page.workspace)), '新在⟦嘉兴市|Place!⟧好')
    assert.deepEqual(asked, ['reread', announced, confirmed])
  })

  it('makes room among what another action marked while the disk was asked', async () => {
    const { page, performer } = performing('在嘉兴市好', '新在嘉兴市好')
    const { workspace } = page
    type(page, '新在嘉兴市好')
    const { context } = new Acting(workspace)
    const mark = (start: number, end: number) =>
      performer.perform((snapshot) => {
        const range = { start: { line: 0, character: start }, end: { line: 0, character: end } }
        return runAction('mark', { uri: pageUri, range, type: 'Place' }, snapshot, context)
      })
    await Promise.all([mark(2, 4), mark(3, 5)])
    assert.equal(pageOf(workspace).decided.length, 1)
  })

  it('runs again where the text became another one meanwhile', async () => {
    const { page, performer } = performing('在⟦嘉兴|Place!⟧市好', '在嘉兴县好')
    const { workspace } = page
    type(page, '在嘉兴市县好')
    const { context } = new Acting(workspace)
    const seen: string[] = []
    const performed = await performer.perform((snapshot) => {
      const { text, lines } = pageOf(workspace)
      seen.push(text)
      // The editor is closed while the disk is asked.
      if (seen.length === 1) queueMicrotask(() => workspace.apply({ kind: 'close', uri: pageUri }))
      const params = { uri: pageUri, position: position(lines, 2), side: 'end' }
      return runAction('widen', params, snapshot, context)
    })
    assert.equal(performed.kind, 'done')
    assert.deepEqual(seen, ['在嘉兴市县好', '在嘉兴县好'])
    assert.equal(printed(pageOf(workspace)), '在⟦嘉兴县|Place!⟧好')
  })

  it('answers when it is on disk, and says where it is not', async () => {
    const written = await performing('在⟦嘉兴|Place!⟧市好').widen(1)
    assert.equal(written.kind === 'done' && written.durable, undefined)
    const failed = await performing('在⟦嘉兴|Place!⟧市好', undefined, false).widen(1)
    assert.equal(failed.kind === 'done' && failed.durable, false)
  })

  it('is taken back and done again, also on a page that is saved meanwhile', async () => {
    const { page, performer, widen } = performing('在⟦嘉兴|Place!⟧市好', '新在嘉兴市好')
    await widen(2)
    const undone = await performer.takeBack('T', 'undo')
    assert.deepEqual(undone, {
      kind: 'done',
      label: 'Widen “嘉兴”',
      pages: [pageUri],
      transaction: 'T',
    })
    assert.equal(printed(pageOf(page.workspace)), '在⟦嘉兴|Place!⟧市好')
    type(page, '新在嘉兴市好')
    assert.equal((await performer.takeBack('T', 'redo')).kind, 'done')
    assert.equal(printed(pageOf(page.workspace)), '新在⟦嘉兴市|Place!⟧好')
  })

  it('is not taken back where nobody knows it, or while the page is unsaved', async () => {
    const { page, performer, widen } = performing('在⟦嘉兴|Place!⟧市好')
    assert.equal((await performer.takeBack('T', 'undo')).kind, 'refused')
    await widen(2)
    type(page, '新在嘉兴市好')
    const performed = await performer.takeBack('T', 'undo')
    assert.ok(performed.kind === 'refused' && 'reason' in performed)
    assert.equal(performed.reason, 'unsaved')
  })
})
