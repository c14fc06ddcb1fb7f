/** Confirming, merging, splitting and renaming entities: what touches several is previewed; each is one step over the corpus. */
import { l10n, type QuickPickItem, window } from 'vscode'
import type {
  CommandAnswer,
  EntityItem,
  EntityPreview,
  QuestionAnswer,
} from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { chooseEntity } from './choose.ts'
import { isWanted } from './preview.ts'

/** Everything that `items` are is `into` from then on. */
export async function mergeInto(
  send: Send,
  items: readonly EntityItem[],
  into: EntityItem,
): Promise<void> {
  const [first, ...rest] = items.filter(
    ({ id, corpus }) => corpus === into.corpus && id !== into.id,
  )
  if (first === undefined) return
  const params = {
    corpus: into.corpus,
    entity: first.id,
    into: into.id,
    others: rest.map(({ id }) => id),
  }
  const names = [first, ...rest].map(({ name }) => name).join('、')
  const looks = {
    title: l10n.t('Merge “{0}” into “{1}”', names, into.name),
    action: l10n.t('They are one: “{0}”', into.name),
  }
  const asked = send('mergeEntities', { ...params, preview: true }).then(question)
  if (await isWanted(asked, looks)) await send('mergeEntities', params)
}

/** Of several the first stays, which is the line that was clicked; for one the person is asked into which. */
export async function merge(
  server: Server,
  send: Send,
  items: readonly EntityItem[],
): Promise<void> {
  const [first, ...rest] = items
  if (first === undefined) return
  if (rest.length > 0) return mergeInto(send, rest, first)
  const { name } = first
  const chosen = await chooseEntity(entitiesLike(server, first), {
    title: l10n.t('Of which entity is “{0}” a name?', name),
    placeholder: l10n.t('Name or pinyin'),
    describe: described,
  })
  if (chosen?.kind === 'entity') await mergeInto(send, [first], chosen.item)
}

/** The others of its type and corpus. */
export async function entitiesLike(
  server: Server,
  { corpus, type, id }: Pick<EntityItem, 'corpus' | 'type' | 'id'>,
): Promise<readonly EntityItem[]> {
  const all = (await server.request('biaozhu/entities', {})) ?? []
  return all.filter((each) => each.corpus === corpus && each.type === type && each.id !== id)
}

/** One of its names, or another one. The text of no page changes. */
export async function rename(send: Send, item: EntityItem): Promise<void> {
  const { corpus, id: entity, name } = item
  const names = [name, ...item.aliases].map((form) => ({ ...item, name: form, aliases: [] }))
  const chosen = await chooseEntity(Promise.resolve(names), {
    title: l10n.t('Main name of “{0}”', name),
    placeholder: l10n.t('One of its names, or another one'),
    describe: (form) => (form.name === name ? l10n.t('now') : ''),
    typed: (text) => l10n.t('“{0}”, as typed', text),
  })
  if (chosen === undefined) return
  const wanted = chosen.kind === 'typed' ? chosen.text : chosen.item.name
  if (wanted === name) return
  const params = { corpus, entity, name: wanted }
  const looks = {
    title: l10n.t('Rename “{0}”; no text changes', name),
    action: l10n.t('Its name is “{0}”', wanted),
  }
  const asked = send('renameEntity', { ...params, preview: true }).then(question)
  if (await isWanted(asked, looks)) await send('renameEntity', params)
}

interface Part extends QuickPickItem {
  readonly page?: string
}

/** Names or pages that are another entity. */
export async function split(send: Send, item: EntityItem): Promise<void> {
  const { corpus, id: entity, name, aliases, pages } = item
  const ofNames: readonly Part[] =
    aliases.length === 0 ? [] : [name, ...aliases].map((label) => ({ label }))
  const ofPages: readonly Part[] =
    pages.length < 2
      ? []
      : pages.map(({ uri, label, count }) => ({ label, description: String(count), page: uri }))
  const parts = ofNames.length > 0 ? ofNames : ofPages
  if (parts.length === 0) {
    window.setStatusBarMessage(l10n.t('“{0}” has one name on one page.', name), 5000)
    return
  }
  const chosen = await window.showQuickPick([...parts], {
    title: l10n.t('What of “{0}” is something else?', name),
    canPickMany: true,
  })
  if (chosen === undefined || chosen.length === 0) return
  const which =
    ofNames.length > 0
      ? { names: chosen.map(({ label }) => label) }
      : { pages: chosen.flatMap(({ page }) => page ?? []) }
  const looks = {
    title: l10n.t('Split “{0}”', name),
    action: l10n.t('It is something else'),
  }
  const asked = send('splitEntity', { corpus, entity, ...which, preview: true }).then(question)
  if (await isWanted(asked, looks)) await send('splitEntity', { corpus, entity, ...which })
}

/** Confirms all suggested mentions of `items`, or those of the page `uri`, in one step; whether that was done. */
export async function confirm(
  server: Server,
  send: Send,
  items: readonly EntityItem[],
  of: { readonly uri?: string } = {},
): Promise<boolean> {
  const found = await Promise.all(
    items.map(async ({ corpus, id, type }) => {
      const mentions = (await server.request('biaozhu/mentions', { corpus, id, ...of })) ?? []
      const open = mentions.filter(({ status }) => status === 'suggested')
      return open.map(({ location: { uri, range } }) => ({ uri, range, type }))
    }),
  )
  const mentions = found.flat()
  if (mentions.length === 0) {
    window.setStatusBarMessage(l10n.t('Nothing is left to be confirmed here.'), 4000)
    return items.length > 0
  }
  return (await send('acceptMany', { items: mentions }))?.kind === 'done'
}

export async function setAddress(send: Send, item: EntityItem): Promise<void> {
  const { corpus, id: entity, name, address = '' } = item
  const typed = await window.showInputBox({
    title: l10n.t('Address of “{0}” in a knowledge base', name),
    prompt: 'http://www.wikidata.org/entity/Q…',
    value: address,
    validateInput: (text) =>
      text.trim() === '' || /^[a-z][a-z\d+.-]*:\S+$/i.test(text.trim())
        ? undefined
        : l10n.t('An address begins with its scheme, such as http:'),
  })
  if (typed === undefined || typed.trim() === address) return
  await send('setEntityAddress', {
    corpus,
    entity,
    address: typed.trim() === '' ? null : typed.trim(),
  })
}

/** What stands behind an entity in a list. */
export function described({ aliases, count }: EntityItem): string {
  return [...aliases.slice(0, 3), String(count)].join('  ')
}

function question(
  answer: CommandAnswer<'mergeEntities'> | undefined,
): QuestionAnswer<EntityPreview> | undefined {
  return answer?.kind === 'answer' ? answer : undefined
}
