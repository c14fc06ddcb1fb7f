/** Everything with which a person annotates. */
import type { Disposable, Memento } from 'vscode'
import type { ReviewFilter } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import { reviewCommands, reviewOf } from '../review/go.ts'
import { offerEverywhere } from '../review/offer.ts'
import { sender } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { attachCommands } from './attach.ts'
import { correctCommands } from './correct-here.ts'
import { detailCommands } from './details.ts'
import { entityCommands } from './entity.ts'
import { markCommands } from './mark.ts'
import { mentionChanges } from './mention.ts'
import { structureCommands } from './structure.ts'
import { typesOf } from './types.ts'

/**
 * `keys` holds what keys have asked for; `remembered` the types that were used last; `filter` says what a
 * review stops at.
 */
export function annotateCommands(
  server: Server,
  keys: Keys,
  remembered: Memento,
  filter: (page: string) => ReviewFilter,
): Disposable[] {
  const send = sender(server)
  const review = reviewOf(server, filter)
  const types = typesOf(server, remembered)
  const offer = offerEverywhere(server, send)
  return [
    offer,
    ...markCommands({ send, types, review, keys, offer }),
    ...reviewCommands(send, review, keys),
    ...mentionChanges(send, keys),
    ...detailCommands(server, send, keys),
    ...correctCommands(send, keys),
    ...structureCommands(send, keys),
    ...attachCommands(send, keys),
    ...entityCommands(server, send, keys),
  ]
}
