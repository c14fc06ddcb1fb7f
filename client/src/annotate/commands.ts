/** Everything with which a person annotates. */
import type { Disposable, ExtensionContext } from 'vscode'
import type { Keys } from '../change/keys.ts'
import type { PageLock } from '../lock/page-lock.ts'
import { reviewCommands, reviewOf } from '../review/go.ts'
import { lensCommands } from '../review/lenses.ts'
import { offerEverywhere } from '../review/offer.ts'
import type { ReviewScope } from '../review/scope.ts'
import { sender } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { actionsHere } from './actions-here.ts'
import { attachCommands } from './attach.ts'
import { cardCommands } from './card-acts.ts'
import { correctCommands } from './correct-here.ts'
import { detailCommands } from './details.ts'
import { entityCommands } from './entity.ts'
import { legendCommands } from './legend.ts'
import { markCommands } from './mark.ts'
import { markAsCommands } from './mark-as.ts'
import { mentionChanges } from './mention.ts'
import { pageKeys } from './page-keys.ts'
import { structureCommands } from './structure.ts'
import { typesOf } from './types.ts'

/** What annotating needs of the window. */
export interface Annotating {
  /** Remembers the types that were used last. */
  readonly context: ExtensionContext
  /** What keys have asked for. */
  readonly keys: Keys
  readonly lock: PageLock
  /** What a review stops at. */
  readonly scope: ReviewScope
}

export function annotateCommands(
  server: Server,
  { context, keys, lock, scope }: Annotating,
): Disposable[] {
  const send = sender(server)
  const review = reviewOf(server, (page) => scope.filter(page))
  const types = typesOf(server, context.workspaceState)
  const offer = offerEverywhere(server, send)
  return [
    offer,
    ...pageKeys(keys, lock),
    ...legendCommands(server, keys, context),
    ...markAsCommands(server, context),
    ...cardCommands(),
    actionsHere(),
    ...markCommands({ send, types, review, keys, offer }),
    ...reviewCommands(send, review, keys),
    ...lensCommands(server),
    ...mentionChanges(send, keys),
    ...detailCommands(server, send, keys),
    ...correctCommands(send, keys),
    ...structureCommands(send, keys),
    ...attachCommands(send, keys),
    ...entityCommands(server, send, keys),
  ]
}
