/** Pages are locked while they are annotated: what is typed changes nothing, and edits of ours are on disk. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import * as vscode from 'vscode'
import { eventually, openPage } from './page.ts'

const text = '本报讯 永州市总工会开展“安康杯”竞赛活动。\n5月10日，长沙市总工会慰问职工。\n'

describe('a locked page', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail()
  let count = 0
  let name: string
  let page: vscode.TextDocument

  const file = (ending: string) => path.join(root, `${name}.${ending}`)
  const disk = () => fs.readFileSync(file('txt'), 'utf8')
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(command, ...args)
  const type = (typed: string) => run('type', { text: typed })
  /** The file comes and goes meanwhile: whether it is there is known by reading it. */
  const sidecar = (): string => {
    try {
      return fs.readFileSync(file('anno.jsonl'), 'utf8').trim()
    } catch {
      return ''
    }
  }
  const lines = () =>
    sidecar()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  const kept = () =>
    lines()
      .filter(({ kind }) => kind === 'correction')
      .map(({ was }) => was)
  const accepted = () =>
    lines()
      .filter(({ status }) => status === 'accepted')
      .map(({ quote }) => quote.join(''))
  const put = (found: string) => {
    const start = page.positionAt(page.getText().indexOf(found))
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor')
    editor.selection = new vscode.Selection(start, start)
  }
  /** Nothing can be typed, and nothing is unsaved. */
  const isLocked = async () => {
    const before = page.getText()
    await type('锁')
    assert.deepEqual([page.getText(), page.isDirty], [before, false])
  }
  const is = (wanted: string, was: readonly string[]) =>
    eventually(
      () => (disk() === wanted && `${kept()}` === `${was}` && !page.isDirty) || undefined,
      `${disk()} ${kept()}`,
    )
  const correct = (was: string, now: string) => {
    const start = page.positionAt(page.getText().indexOf(was))
    const range = { start, end: start.translate(0, was.length) }
    return run('biaozhu.server.correctText', {
      uri: page.uri.toString(),
      range,
      text: now,
      certainty: 'certain',
    })
  }

  beforeEach(async () => {
    name = `locked-${count++}`
    fs.writeFileSync(file('txt'), text)
    page = await openPage(name)
    await eventually(async () => {
      await type('锁')
      return page.getText() === text ? true : undefined
    }, 'the page is not locked')
  })
  afterEach(async () => {
    await run('workbench.action.revertAndCloseActiveEditor')
    fs.rmSync(file('txt'), { force: true })
    fs.rmSync(file('anno.jsonl'), { force: true })
  })

  it('takes no typing', async () => {
    await isLocked()
    assert.equal(disk(), text)
  })

  it('is annotated, and annotations are taken back and made again', async () => {
    put('永州市总工会')
    await run('biaozhu.accept')
    const are = (wanted: readonly string[]) =>
      eventually(() => `${accepted()}` === `${wanted}` || undefined, `${accepted()}`)
    await are(['永州市总工会'])
    await run('biaozhu.undo')
    await are([])
    await run('biaozhu.redo')
    await are(['永州市总工会'])
    await run('biaozhu.undo')
    await are([])
    await isLocked()
    assert.equal(disk(), text)
  })

  it('is corrected on disk, and corrections are taken back and made again there', async () => {
    await correct('竞赛', '比赛')
    const corrected = text.replace('竞赛', '比赛')
    await is(corrected, ['竞赛'])
    await isLocked()
    await correct('慰问', '看望')
    const twice = corrected.replace('慰问', '看望')
    await is(twice, ['竞赛', '慰问'])
    await run('biaozhu.undo')
    await is(corrected, ['竞赛'])
    await isLocked()
    put('永州市总工会')
    await run('biaozhu.accept')
    await run('biaozhu.undo')
    await run('biaozhu.undo')
    await is(text, [])
    await run('biaozhu.redo')
    await is(corrected, ['竞赛'])
    await isLocked()
    await run('biaozhu.undo')
    await is(text, [])
  })

  it('is corrected behind another editor', async () => {
    await openPage('002')
    await correct('竞赛', '比赛')
    await is(text.replace('竞赛', '比赛'), ['竞赛'])
    await openPage(name)
    await isLocked()
  })

  it('keeps to its text while a correction is made and somebody types', async () => {
    const correcting = correct('竞赛', '比赛')
    const typing = (async () => {
      for (let i = 0; i < 100; i++) await type('乱')
    })()
    await Promise.all([correcting, typing])
    await is(text.replace('竞赛', '比赛'), ['竞赛'])
    await isLocked()
  })

  it('that a person has unlocked stays unlocked', async () => {
    await run('biaozhu.unlockPage')
    await type('甲')
    assert.equal(page.isDirty, true)
    await page.save()
    await openPage('002')
    page = await openPage(name)
    await type('乙')
    assert.equal(page.isDirty, true)
  })

  it('is known to be unlocked by the editor itself', async () => {
    await run('workbench.action.files.setActiveEditorWriteableInSession')
    await type('甲')
    await page.save()
    await correct('竞赛', '比赛')
    await eventually(() => disk().includes('比赛') || undefined, disk())
    await type('乙')
    assert.equal(page.isDirty, true)
  })
})

describe('the lock in the settings of a folder', () => {
  const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail()
  const files = () => vscode.workspace.getConfiguration('files', folder.uri)
  const globs = () => files().inspect('readonlyInclude')?.workspaceFolderValue
  const write = (value: unknown) =>
    files().update('readonlyInclude', value, vscode.ConfigurationTarget.WorkspaceFolder)
  const lock = (value: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('biaozhu')
      .update('lockPages', value, vscode.ConfigurationTarget.Global)
  const inner = vscode.Uri.joinPath(folder.uri, 'inner')

  before(async () => {
    fs.mkdirSync(inner.fsPath)
    fs.writeFileSync(path.join(inner.fsPath, 'corpus.json'), '{ "pages": ["a/*.txt"] }')
  })
  afterEach(async () => {
    await lock(undefined)
    await write(undefined)
  })
  after(() => fs.rmSync(inner.fsPath, { recursive: true }))

  it('goes with the lock; what others have written stays', async () => {
    await write({ '*.txt': true, 'inner/a/*.txt': true, 'other/**': true })
    await lock(false)
    await eventually(
      () => JSON.stringify(globs()) === '{"other/**":true}' || undefined,
      'globs of the corpora are left',
    )
  })

  it('leaves no empty setting behind', async () => {
    await write({ '*.txt': true })
    await lock(false)
    await eventually(() => globs() === undefined || undefined, 'the setting is left')
  })
})
