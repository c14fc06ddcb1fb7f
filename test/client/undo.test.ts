/** Edits and annotations are taken back in one order, whatever the editor's own list does. */
import assert from 'node:assert/strict'
import { type EditList, History } from '../../client/src/change/history.ts'

/** A page in an editor, with a list of edits as the editor keeps it. */
function pageOf(history: History, uri = 'a') {
  let text = ''
  const undos: { before: string; after: string }[] = []
  const redos: { before: string; after: string }[] = []
  const push = (after: string): void => {
    undos.push({ before: text, after })
    redos.length = 0
    text = after
  }
  const list: EditList = {
    async undo() {
      const edit = undos.pop()
      if (edit === undefined) return false
      redos.push(edit)
      text = edit.before
      if (edit.before !== edit.after) history.edited(uri, 'undo')
      return edit.before !== edit.after
    },
    async redo() {
      const edit = redos.pop()
      if (edit === undefined) return false
      undos.push(edit)
      text = edit.after
      if (edit.before !== edit.after) history.edited(uri, 'redo')
      return edit.before !== edit.after
    },
    text: () => text,
  }
  return {
    type(typed: string): void {
      push(text + typed)
      history.edited(uri, 'edit')
    },
    /** An input method was opened and left: text came and went, as one edit. */
    nothing(): void {
      push(text)
      history.edited(uri, 'edit')
    },
    silent(): void {
      push(text)
      history.silent(uri)
    },
    /** Where the editor shows no page, there is no silent step. */
    annotate(transaction: string, { isShown = true, others = ['b'] } = {}): void {
      if (isShown) this.silent()
      const pages = [{ uri, text, inEditor: isShown ? 'silent' : 'nothing' } as const]
      const more = others.map(
        (other) => ({ uri: other, text: undefined, inEditor: 'nothing' }) as const,
      )
      history.did({ transaction, label: transaction }, [...pages, ...more])
    },
    /** An action that edits the text itself. */
    correct(transaction: string, typed: string): void {
      const before = text
      this.type(typed)
      const page = { uri, text, before, inEditor: 'edit' } as const
      history.did({ transaction, label: transaction }, [page])
    },
    /** What is taken back: the name of an action, or the text that is left. */
    async undo(): Promise<string> {
      const step = await history.undo(uri, list)
      if (step === undefined) return text
      history.mark(step.transaction, 'undone')
      return `not ${step.transaction}`
    },
    async redo(): Promise<string> {
      const step = await history.redo(uri, list)
      if (step === undefined) return text
      history.mark(step.transaction, 'done')
      return step.transaction
    },
    forget(): void {
      undos.length = 0
      redos.length = 0
    },
    list,
  }
}

async function times(count: number, work: () => Promise<string>): Promise<string[]> {
  const found: string[] = []
  for (let i = 0; i < count; i++) found.push(await work())
  return found
}

describe('undo and redo on a page', () => {
  it('go through edits and annotations in their order', async () => {
    const page = pageOf(new History())
    page.type('a')
    page.annotate('A')
    page.annotate('B')
    page.type('b')
    page.annotate('C')
    const undo = () => page.undo()
    assert.deepEqual(await times(5, undo), ['not C', 'a', 'not B', 'not A', ''])
    assert.deepEqual(await times(5, () => page.redo()), ['a', 'A', 'B', 'ab', 'C'])
    assert.deepEqual(await times(5, undo), ['not C', 'a', 'not B', 'not A', ''])
  })

  it('take an action back with the edit below where the menu took only its silent step', async () => {
    const page = pageOf(new History())
    page.type('a')
    page.annotate('A')
    await page.list.undo()
    assert.deepEqual(await times(2, () => page.undo()), ['not A', ''])
    assert.deepEqual(await times(3, () => page.redo()), ['a', 'A', 'a'])
    assert.equal(await page.undo(), 'not A')
  })

  it('have nothing to do where nothing was done', async () => {
    const page = pageOf(new History())
    assert.deepEqual([await page.undo(), await page.redo()], ['', ''])
  })

  it('pass over what an input method has left behind', async () => {
    const page = pageOf(new History())
    page.type('a')
    page.annotate('A')
    page.nothing()
    assert.deepEqual(await times(2, () => page.undo()), ['not A', ''])
    assert.deepEqual(await times(2, () => page.redo()), ['a', 'A'])
  })

  it('pass over the silent step of an action that was refused', async () => {
    const page = pageOf(new History())
    page.annotate('A')
    page.type('a')
    page.silent()
    assert.deepEqual(await times(2, () => page.undo()), ['', 'not A'])
  })

  it('know an action that was done where its page was not in sight', async () => {
    const page = pageOf(new History())
    page.type('a')
    page.annotate('A', { isShown: false })
    page.type('b')
    assert.deepEqual(await times(3, () => page.undo()), ['a', 'not A', ''])
    assert.deepEqual(await times(3, () => page.redo()), ['a', 'A', 'ab'])
  })

  it('know an action on every page that it changed', async () => {
    const history = new History()
    const [here, there] = [pageOf(history, 'a'), pageOf(history, 'b')]
    here.annotate('A')
    assert.equal(await there.undo(), 'not A')
    // It is taken back already, so that the edit before it comes next.
    assert.equal(await here.undo(), '')
    assert.equal(await there.redo(), 'A')
  })

  it('take a correction back together with its edit', async () => {
    const page = pageOf(new History())
    page.type('a')
    page.correct('A', 'b')
    page.annotate('B')
    page.correct('C', 'c')
    page.nothing()
    const undo = () => page.undo()
    assert.deepEqual(await times(3, undo), ['not C', 'not B', 'not A'])
    assert.equal(page.list.text(), 'a')
    assert.deepEqual(await times(3, () => page.redo()), ['A', 'B', 'C'])
    assert.equal(page.list.text(), 'abc')
    page.type('d')
    assert.deepEqual(await times(5, undo), ['abc', 'not C', 'not B', 'not A', ''])
  })

  it('forget what could be done again at the next edit or action', async () => {
    const page = pageOf(new History())
    page.annotate('A')
    await page.undo()
    page.type('a')
    assert.equal(await page.redo(), 'a')
    await page.undo()
    page.annotate('B')
    assert.equal(await page.redo(), '')
    assert.equal(await page.undo(), 'not B')
  })

  it('take an action back where the editor has forgotten its edits', async () => {
    const page = pageOf(new History())
    page.annotate('A')
    page.type('a')
    page.forget()
    assert.equal(await page.undo(), 'not A')
  })

  it('offer an action again that the server would not take back', async () => {
    const history = new History()
    const page = pageOf(history)
    page.type('a')
    page.annotate('A')
    const step = (await history.undo('a', page.list)) ?? assert.fail()
    history.failed('a', step, 'undo')
    assert.deepEqual(await times(2, () => page.undo()), ['not A', ''])
  })

  it('have nothing of a server that has ended', async () => {
    const history = new History()
    const page = pageOf(history)
    page.type('a')
    page.annotate('A')
    history.clear()
    assert.equal(await page.undo(), '')
    assert.equal(history.last('done'), undefined)
  })
})

describe('the last action of all', () => {
  it('is the one that was done last, whatever the page', async () => {
    const history = new History()
    const [here, there] = [pageOf(history, 'a'), pageOf(history, 'b')]
    here.annotate('A', { others: [] })
    there.annotate('B', { others: [] })
    assert.equal(history.last('done')?.transaction, 'B')
    assert.equal(await there.undo(), 'not B')
    assert.equal(history.last('done')?.transaction, 'A')
    assert.equal(history.last('undone')?.transaction, 'B')
  })
})
