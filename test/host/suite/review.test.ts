import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import * as vscode from 'vscode'
import { eventually } from './page.ts'
import {
  decided,
  editor,
  openAtStart,
  run,
  selected,
  sidecarOf,
  undecided,
  untilSelected,
} from './reviewing.ts'

describe('reviewing a page', () => {
  let page: vscode.TextDocument

  // What other tests have left open would be kept up to date with each decision, too.
  before(() => run('workbench.action.closeAllEditors'))
  beforeEach(async () => {
    page = await openAtStart('001')
  })
  afterEach(undecided)

  it('selects suggestion after suggestion, and the ones before', async () => {
    await untilSelected('biaozhu.nextSuggestion')
    const [first, text] = [editor().selection, selected()]
    assert.ok(text.length > 0)
    await untilSelected('biaozhu.nextSuggestion')
    assert.ok(editor().selection.start.isAfter(first.start))
    await untilSelected('biaozhu.previousSuggestion')
    assert.equal(selected(), text)
    assert.equal(fs.existsSync(sidecarOf(page)), false)
  })

  it('goes on by itself after a decision, which is in the sidecar then', async () => {
    await untilSelected('biaozhu.nextSuggestion')
    const first = editor().selection
    await untilSelected('biaozhu.accept')
    const second = editor().selection
    assert.ok(second.start.isAfter(first.start))
    await eventually(() => decided(page, 'accepted') === 1 || undefined, 'nothing is accepted')
    await untilSelected('biaozhu.reject')
    assert.ok(editor().selection.start.isAfter(second.start))
    await eventually(() => decided(page, 'rejected') === 1 || undefined, 'nothing is rejected')
  })

  it('goes on through many suggestions, accepting each', async () => {
    await untilSelected('biaozhu.nextSuggestion')
    for (let i = 0; i < 40; i++) {
      const { start } = editor().selection
      await untilSelected('biaozhu.accept')
      assert.ok(editor().selection.start.isAfter(start))
    }
    assert.equal(editor().document.uri.fsPath, page.uri.fsPath)
    await eventually(() => decided(page, 'accepted') === 40 || undefined, 'not all are accepted')
  })

  it('opens the next page at the end of a page', async () => {
    const end = page.lineAt(page.lineCount - 1).range.end
    editor().selection = new vscode.Selection(end, end)
    await run('biaozhu.nextSuggestion')
    const next = () => path.basename(editor().document.uri.fsPath)
    await eventually(() => next().startsWith('002') || undefined, `it is on ${next()}`)
    assert.ok(selected().length > 0)
  })
})
