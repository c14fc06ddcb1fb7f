import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import * as vscode from 'vscode'
import { eventually, openPage, tokens } from './page.ts'

describe('a page that is deleted while it is open', () => {
  it('is read on, and nothing else suffers', async () => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail()
    const file = path.join(root, 'short-lived.txt')
    fs.writeFileSync(file, '本报讯 永州市总工会开展“安康杯”竞赛活动。\n')
    const page = await openPage('short-lived')
    const watcher = vscode.workspace.createFileSystemWatcher(file)
    const deleted = new Promise((resolve) => watcher.onDidDelete(resolve))
    fs.rmSync(file)
    await deleted
    watcher.dispose()
    assert.ok((await tokens(page)).some(({ type }) => type === 'organization'))
    const edit = new vscode.WorkspaceEdit()
    edit.insert(page.uri, new vscode.Position(0, 0), '今年5月10日')
    assert.ok(await vscode.workspace.applyEdit(edit))
    const dated = async () => (await tokens(page)).some(({ type }) => type === 'date') || undefined
    await eventually(dated, 'it is not followed any more')
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    assert.ok((await tokens(await openPage('001'))).length > 0)
    assert.equal(fs.existsSync(file), false)
  })
})

describe('commands', () => {
  const toggles = { 'biaozhu.toggleMarks': 'marks', 'biaozhu.toggleSuggestions': 'suggestions' }
  for (const [command, what] of Object.entries(toggles)) {
    it(`${command} hides ${what} by the setting, and shows them again`, async () => {
      const page = await openPage('002')
      const isOn = () => vscode.workspace.getConfiguration('biaozhu').get(`${what}.visible`)
      await vscode.commands.executeCommand(command)
      assert.equal(isOn(), false)
      await eventually(async () => (await tokens(page)).length === 0 || undefined, 'the marks stay')
      await vscode.commands.executeCommand(command)
      assert.equal(isOn(), true)
      await eventually(
        async () => (await tokens(page)).length > 0 || undefined,
        'the marks do not come back',
      )
    })
  }

  it('Restart Server leaves the pages as they were', async () => {
    const page = await openPage('002')
    const before = await tokens(page)
    await vscode.commands.executeCommand('biaozhu.restartServer')
    const after = await eventually(async () => {
      const found = await tokens(page)
      return found.length === before.length ? found : undefined
    }, 'the tokens do not come back')
    assert.deepEqual(after, before)
  })
})
