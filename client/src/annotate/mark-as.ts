/** The menu *Mark As*: a command for each default type. Menus are fixed, so what they offer follows the page's schema by a context key. */
import { commands, type Disposable, type ExtensionContext, window } from 'vscode'
import { pageEditor } from '../change/place.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import { haveAttributes } from './offered.ts'

export function markAsCommands(server: Server, { extension }: ExtensionContext): Disposable[] {
  const markAs = (type: string) => () => commands.executeCommand('biaozhu.mark', { type })
  return [
    commands.registerCommand('biaozhu.markAs.Initiative', markAs('Initiative')),
    commands.registerCommand('biaozhu.markAs.Organization', markAs('Organization')),
    commands.registerCommand('biaozhu.markAs.Person', markAs('Person')),
    commands.registerCommand('biaozhu.markAs.Place', markAs('Place')),
    commands.registerCommand('biaozhu.markAs.Date', markAs('Date')),
    commands.registerCommand('biaozhu.markAs.Figure', markAs('Figure')),
    commands.registerCommand('biaozhu.markAs.Document', markAs('Document')),
    commands.registerCommand('biaozhu.markAs.Group', markAs('Group')),
    commands.registerCommand('biaozhu.markAs.Role', markAs('Role')),
    commands.registerCommand('biaozhu.markAs.Honor', markAs('Honor')),
    commands.registerCommand('biaozhu.markAs.Contact', markAs('Contact')),
    commands.registerCommand('biaozhu.markAsOther', () => commands.executeCommand('biaozhu.mark')),
    ...followTypes(server, extension.packageJSON.contributes.commands),
  ]
}

/** What of package.json is read; titles are in the language of the interface. */
interface Titled {
  readonly command: string
  readonly title: string | { readonly value: string }
}

/** `biaozhu.types` is `|Initiative|Person|…`: the default types of the page in front that have the names of the menu. */
function followTypes(server: Server, contributed: readonly Titled[]): Disposable[] {
  const titles = new Map(
    contributed.map(({ command, title }) => [
      command,
      typeof title === 'string' ? title : title.value,
    ]),
  )
  const show = async (): Promise<void> => {
    const uri = pageEditor()?.document.uri.toString()
    const schema = uri === undefined ? undefined : await server.request('biaozhu/schema', { uri })
    if (uri !== pageEditor()?.document.uri.toString()) return
    const names = (schema?.types ?? [])
      .filter(({ name, label }) => titles.get(`biaozhu.markAs.${name}`) === label)
      .map(({ name }) => name)
    const hasAttributes = haveAttributes(schema?.types ?? [])
    await commands.executeCommand('setContext', 'biaozhu.attributes', hasAttributes)
    await commands.executeCommand('setContext', 'biaozhu.types', `|${names.join('|')}|`)
  }
  const soon = debounced(() => void show(), 100)
  return [
    soon,
    window.onDidChangeActiveTextEditor(() => soon.run()),
    server.onDidChange(() => soon.run()),
    server.onDidChangeState(() => soon.run()),
  ]
}
