/** The view *Entities*: everything that is mentioned, by type. */
import { commands, type Disposable, ThemeColor, ThemeIcon } from 'vscode'
import type { EntityItem, TypeInfo } from '../../../server/src/protocol.ts'
import type { Server } from '../client.ts'
import { colorId } from '../marks/kinds.ts'
import type { State } from '../state.ts'
import { EntityTree } from './entity-tree.ts'
import { askForFilter } from './filter-box.ts'
import { groupByType } from './grouping.ts'

export function entitiesView(server: Server, state: State): Disposable[] {
  let types: readonly TypeInfo[] = []
  const tree = new EntityTree<EntityItem>(server, state, {
    view: 'biaozhu.entities',
    load: async () => {
      types = (await server.request('biaozhu/types', {})) ?? types
      return server.request('biaozhu/entities', {})
    },
    group: (items) => groupByType(items, types),
    icon: (group) => new ThemeIcon('symbol-class', new ThemeColor(colorId(group.key))),
    open: false,
    facts: () => [],
  })
  return [
    tree,
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
