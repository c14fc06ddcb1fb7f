/** The view *Entities*: everything that is mentioned, by type. */
import { commands, type Disposable, ThemeColor, ThemeIcon } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import { colorId } from '../marks/kinds.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { EntityTree, type Hands } from './entity-tree.ts'
import { askForFilter } from './filter-box.ts'
import { groupByType } from './grouping.ts'

const icons: Readonly<Record<string, string>> = {
  Initiative: 'megaphone',
  Organization: 'type-hierarchy',
  Person: 'person',
  Place: 'location',
  Date: 'calendar',
  Figure: 'graph',
  Document: 'book',
  Group: 'organization',
  Role: 'briefcase',
  Honor: 'star-full',
  Contact: 'mail',
}

export function entitiesView(server: Server, state: State, hands: Hands): Disposable[] {
  const tree = new EntityTree<EntityItem>(server, state, {
    ...hands,
    view: 'biaozhu.entities',
    load: () => server.request('biaozhu/entities', {}),
    group: groupByType,
    icon: ({ key }) => new ThemeIcon(icons[key] ?? 'tag', new ThemeColor(colorId(key))),
    open: false,
    facts: () => ({ short: [], lines: [] }),
  })
  return [
    tree,
    commands.registerCommand('biaozhu.exportShownEntities', async () =>
      commands.executeCommand('biaozhu.export', { shown: await tree.pages() }),
    ),
    commands.registerCommand('biaozhu.filterEntities', () => askForFilter(tree)),
    commands.registerCommand('biaozhu.clearEntitiesFilter', () => {
      tree.filter = ''
    }),
    commands.registerCommand('biaozhu.findInEntities', async () => {
      await commands.executeCommand('biaozhu.entities.focus')
      await commands.executeCommand('list.find')
    }),
  ]
}
