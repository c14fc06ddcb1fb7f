/** *Accept All of This Name…*, *Reject All of This Name…*, *Mark Everywhere…*: previewed, then done in one step. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { OfMention, PlacedMention, PreviewItem } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import { targetIn } from '../change/place.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { type Picked, type Preview, pickFrom } from './preview-pick.ts'

type Bulk = 'acceptAllOfName' | 'rejectAllOfName' | 'markEverywhere'

export function bulkCommands(server: Server, send: Send, keys: Keys): Disposable[] {
  /** Of the mention that is given, else of the one at the cursor. */
  const run = (name: Bulk) => async (given?: Given) => {
    if (given?.id !== undefined) {
      await decide(server, send, { name, uri: given.uri, target: given })
      return
    }
    await keys.ask((here, boxes) => {
      boxes.forget()
      const place = here.place()
      return decide(server, send, { name, uri: place.uri, target: targetIn(place) })
    })
  }
  return [
    commands.registerCommand('biaozhu.acceptAllOfName', run('acceptAllOfName')),
    commands.registerCommand('biaozhu.rejectAllOfName', run('rejectAllOfName')),
    commands.registerCommand('biaozhu.markEverywhere', run('markEverywhere')),
  ]
}

/** An annotation. */
interface Given {
  readonly uri: string
  readonly id: string
}

interface Asked {
  readonly name: Bulk
  /** The page in front. */
  readonly uri: string
  readonly target: OfMention
}

async function decide(server: Server, send: Send, { name, uri, target }: Asked): Promise<void> {
  const picked = await pickFrom(previewOf(server, send, { name, uri, target }), titles()[name])
  if (picked === undefined || (picked.items.length === 0 && !picked.otherTypes)) return
  await apply(send, { name, target, picked })
}

/** `undefined` where there is nothing to decide; the person has been told. */
async function previewOf(
  server: Server,
  send: Send,
  { name, uri, target }: Asked,
): Promise<Preview | undefined> {
  const asked =
    name === 'markEverywhere'
      ? await send(name, target)
      : await send(name, { ...target, scope: 'corpus', preview: true })
  if (asked?.kind !== 'answer') return undefined
  const found = asked.answer
  const same = (asked.items ?? []).filter(({ type }) => type === found.type)
  const labels = await typeLabels(server)
  const others = Object.entries(found.otherTypes).filter(([, count]) => count > 0)
  if (same.length === 0 && others.length === 0) {
    window.setStatusBarMessage(l10n.t('“{0}” is suggested nowhere else.', found.name), 5000)
    return undefined
  }
  return {
    title: titleOf(name, found.name, labels(found.type)),
    items: same,
    count: found.count,
    page: uri,
    otherTypes: others.length === 0 ? '' : otherTypesText(others, labels),
  }
}

async function apply(
  send: Send,
  {
    name,
    target,
    picked,
  }: { readonly name: Bulk; readonly target: OfMention; readonly picked: Picked },
): Promise<void> {
  const { items, whole, otherTypes } = picked
  const others = otherTypes ? { otherTypes } : {}
  if (name === 'markEverywhere' && whole === 'corpus') {
    await send(name, { ...target, ...others, apply: true })
  } else if (name !== 'markEverywhere' && whole !== undefined) {
    await send(name, { ...target, ...others, scope: whole })
  } else {
    const way = name === 'rejectAllOfName' ? 'rejectMany' : 'acceptMany'
    await send(way, { items: items.map(itemOf) })
  }
}

function itemOf({ uri, range, type }: PreviewItem): PlacedMention {
  return { uri, range, type }
}

/** Until it is known of what. */
function titles(): Readonly<Record<Bulk, string>> {
  return {
    acceptAllOfName: l10n.t('Accept all of this name'),
    rejectAllOfName: l10n.t('Reject all of this name'),
    markEverywhere: l10n.t('Mark everywhere'),
  }
}

function titleOf(name: Bulk, text: string, type: string): string {
  const titles = {
    acceptAllOfName: l10n.t('Accept “{0}” ({1})', text, type),
    rejectAllOfName: l10n.t('Reject “{0}” ({1})', text, type),
    markEverywhere: l10n.t('Mark “{0}” ({1}) everywhere', text, type),
  }
  return titles[name]
}

function otherTypesText(
  others: readonly (readonly [string, number])[],
  labels: (type: string) => string,
): string {
  const list = others.map(([type, count]) => `${labels(type)} ${count}`).join(', ')
  return l10n.t('Also those that are suggested with another type: {0}', list)
}

async function typeLabels(server: Server): Promise<(type: string) => string> {
  const types = (await server.request('biaozhu/types', {})) ?? []
  const labels = new Map(types.map(({ name, label }) => [name, label]))
  return (type) => labels.get(type) ?? type
}
