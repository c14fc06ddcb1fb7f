/** The views of entities, and what people do in them. */
import type { Disposable, Memento } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { entitiesView } from '../views/entities.ts'
import { goingThere } from '../views/go-there.ts'
import { initiativesView } from '../views/initiatives.ts'
import type { PageScopes } from '../views/page-scope.ts'
import { Selected } from '../views/selected.ts'
import { confirm } from './change.ts'
import { entityChanges } from './commands.ts'
import { dragging } from './drag.ts'

export function entityViews(
  server: Server,
  {
    state,
    send,
    scopes,
    remembered,
  }: {
    readonly state: State
    readonly send: Send
    readonly scopes: PageScopes
    readonly remembered: Memento
  },
): Disposable[] {
  const hands = {
    scopes,
    remembered,
    drag: dragging(send),
    selected: new Selected(),
    confirm: (items: readonly EntityItem[], of: { readonly uri?: string }) =>
      confirm(server, send, items, of),
  }
  return [
    ...initiativesView(server, state, hands),
    ...entitiesView(server, state, hands),
    goingThere(server, hands.selected),
    ...entityChanges(server, { send, selected: hands.selected }),
  ]
}
