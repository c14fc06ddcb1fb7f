import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import * as vscode from 'vscode'
import { eventually, openPage } from './page.ts'

const text = '本报讯 永州市总工会开展“安康杯”竞赛活动。\n5月10日，长沙市总工会慰问职工。\n'

describe('annotating a page', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail()
  let count = 0
  let name: string
  let page: vscode.TextDocument

  const file = (ending: string) => path.join(root, `${name}.${ending}`)
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(command, ...args)
  const type = (typed: string) => run('type', { text: typed })

  beforeEach(async () => {
    name = `annotating-${count++}`
    fs.writeFileSync(file('txt'), text)
    page = await openPage(name)
    // These are about pages that a person edits as well.
    await run('biaozhu.unlockPage')
  })
  afterEach(async () => {
    await run('workbench.action.revertAndCloseActiveEditor')
    fs.rmSync(file('txt'), { force: true })
    fs.rmSync(file('anno.jsonl'), { force: true })
  })

  const editor = () => vscode.window.activeTextEditor ?? assert.fail('no editor')
  const put = (found: string, length = 0) => {
    const start = page.positionAt(page.getText().indexOf(found))
    editor().selection = new vscode.Selection(start, start.translate(0, length))
  }
  const lines = () =>
    fs.existsSync(file('anno.jsonl'))
      ? fs
          .readFileSync(file('anno.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : []
  /** The quotes of the accepted mentions in the sidecar, types before them. */
  const accepted = (): string[] =>
    lines()
      .filter(({ status }) => status === 'accepted')
      .map(({ type: name, quote }) => `${name} ${quote.join('')}`)
  const settled = (wanted: readonly string[]) =>
    eventually(
      () => JSON.stringify(accepted()) === JSON.stringify(wanted) || undefined,
      `in the sidecar is ${JSON.stringify(accepted())}, not ${JSON.stringify(wanted)}`,
    )

  it('accepts a suggestion, which is in the sidecar then, and takes it back', async () => {
    put('永州市总工会')
    await run('biaozhu.accept')
    await settled(['Organization 永州市总工会'])
    assert.equal(page.isDirty, false)
    await run('biaozhu.undo')
    await settled([])
    await run('biaozhu.redo')
    await settled(['Organization 永州市总工会'])
  })

  it('marks a selection with the type of a key, and the next one with the same type', async () => {
    put('慰问职工', 4)
    await run('biaozhu.markWithKey', { key: '1' })
    await settled(['Initiative 慰问职工'])
    put('开展', 2)
    await run('biaozhu.markAgain')
    await settled(['Initiative 开展', 'Initiative 慰问职工'])
    await run('biaozhu.undo')
    await run('biaozhu.undo')
    await settled([])
  })

  it('takes typing and annotations back in their order, and does them again', async () => {
    put('永州市')
    await type('甲')
    await page.save()
    put('永州市总工会')
    await run('biaozhu.accept')
    put('永州市')
    await type('乙')
    await settled(['Organization 永州市总工会'])
    const start = () => page.getText().slice(0, 8)
    assert.equal(start(), '本报讯 甲乙永州')
    await run('biaozhu.undo')
    assert.equal(start(), '本报讯 甲永州市')
    await settled(['Organization 永州市总工会'])
    await run('biaozhu.undo')
    assert.equal(start(), '本报讯 甲永州市')
    await settled([])
    await run('biaozhu.undo')
    assert.equal(start(), '本报讯 永州市总')
    await run('biaozhu.redo')
    assert.equal(start(), '本报讯 甲永州市')
    await settled([])
    await run('biaozhu.redo')
    await settled(['Organization 永州市总工会'])
    assert.equal(start(), '本报讯 甲永州市')
    await run('biaozhu.redo')
    assert.equal(start(), '本报讯 甲乙永州')
    await settled(['Organization 永州市总工会'])
  })

  it('is not led astray by edits that come to nothing', async () => {
    put('永州市总工会')
    await run('biaozhu.accept')
    put('慰问')
    await type('丙')
    await run('deleteLeft')
    await settled(['Organization 永州市总工会'])
    await run('biaozhu.undo')
    assert.match(page.getText(), /丙慰问/)
    await run('biaozhu.undo')
    assert.equal(page.getText(), text)
    assert.equal(accepted().length, 1)
    await run('biaozhu.undo')
    await settled([])
  })

  for (let round = 0; round < 5; round++) {
    it(`takes back what was done without a pause (${round})`, async () => {
      put('永州市总工会')
      await type('甲')
      await page.save()
      const all = [
        run('biaozhu.markWithKey', { key: '2' }),
        run('biaozhu.undo'),
        run('biaozhu.redo'),
        run('biaozhu.undo'),
        run('biaozhu.undo'),
      ]
      await Promise.all(all)
      assert.equal(page.getText(), text)
      await settled([])
      for (let i = 0; i < 2; i++) void run('biaozhu.redo')
      await eventually(() => page.getText().includes('甲') || undefined, 'nothing is done again')
      await settled(['Organization 永州市总工会'])
    })
  }

  it('corrects the text and keeps what the source said, as one step', async () => {
    put('慰问')
    await type('甲')
    await page.save()
    const start = page.positionAt(page.getText().indexOf('竞赛'))
    const range = { start, end: start.translate(0, 2) }
    const values = { uri: page.uri.toString(), range, text: '比赛', certainty: 'certain' }
    const kept = () =>
      lines()
        .filter(({ kind }) => kind === 'correction')
        .map(({ was }) => was)
    const is = (wanted: string, was: readonly string[]) =>
      eventually(
        () =>
          (page.getText().includes(wanted) && `${kept()}` === `${was}` && !page.isDirty) ||
          undefined,
        `${page.getText()} ${kept()}`,
      )
    await run('biaozhu.server.correctText', values)
    await is('比赛', ['竞赛'])
    await run('biaozhu.undo')
    await is('竞赛', [])
    await run('biaozhu.redo')
    await is('比赛', ['竞赛'])
    await run('biaozhu.undo')
    await run('biaozhu.undo')
    assert.equal(page.getText(), text)
  })

  it('takes an action on many mentions back as one step', async () => {
    put('长沙市总工会')
    await type('永州市总工会和')
    await page.save()
    put('永州市总工会')
    const position = editor().selection.active
    await run('biaozhu.server.acceptAllOfName', {
      uri: page.uri.toString(),
      position,
      scope: 'page',
    })
    await settled(['Organization 永州市总工会', 'Organization 永州市总工会'])
    await run('biaozhu.undo')
    await settled([])
    assert.match(page.getText(), /永州市总工会和长沙/)
    await run('biaozhu.undo')
    assert.equal(page.getText(), text)
  })

  it('takes back two decisions that were made without a pause', async () => {
    put('永州市总工会')
    void run('biaozhu.markWithKey', { key: '2' })
    await run('biaozhu.markWithKey', { key: '4' })
    await settled(['Place 永州市总工会'])
    void run('biaozhu.undo')
    await run('biaozhu.undo')
    await settled([])
    assert.equal(page.isDirty, false)
  })
})
