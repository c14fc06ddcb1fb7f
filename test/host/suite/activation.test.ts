import assert from 'node:assert/strict'
import * as vscode from 'vscode'

describe('the installed extension', () => {
  it('activates in a folder that has a corpus.json', async () => {
    const extension = vscode.extensions.getExtension('biaozhu.biaozhu')
    assert.ok(extension !== undefined, 'it is not installed')
    await extension.activate()
    assert.ok(extension.isActive)
  })

  it('registers every command of package.json', async () => {
    const manifest = vscode.extensions.getExtension('biaozhu.biaozhu')?.packageJSON
    const declared: string[] = manifest.contributes.commands.map(
      ({ command }: { command: string }) => command,
    )
    const registered = new Set(await vscode.commands.getCommands(true))
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    )
  })
})
