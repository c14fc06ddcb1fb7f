/** What is said of a mention besides its type: note, doubt, attributes. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { AttributeInfo, MentionInfo, OfMention } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import type { Place } from '../change/place.ts'
import { choose } from '../pick/box.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'

export function detailCommands(server: Server, send: Send, keys: Keys): Disposable[] {
  /** `which` is the mention as actions take it. */
  const at = (work: (mention: MentionInfo, which: OfMention) => Promise<unknown>) => () =>
    keys.at(async (here) => {
      const mention = await mentionAt(server, here.place())
      if (mention !== undefined) await work(mention, whichOf(mention))
    })
  return [
    commands.registerCommand(
      'biaozhu.toggleUnsure',
      at(({ unsure }, which) => send('setUnsure', { ...which, unsure: unsure !== true })),
    ),
    commands.registerCommand(
      'biaozhu.editNote',
      at(async ({ text, note = '' }, which) => {
        const title = l10n.t('Note on “{0}”', text)
        const typed = await window.showInputBox({ title, value: note })
        if (typed !== undefined) await send('setNote', { ...which, note: typed })
      }),
    ),
    commands.registerCommand(
      'biaozhu.editReading',
      at(async ({ text, reading: before = text }, which) => {
        const title = l10n.t('What should be read for “{0}”', text)
        const typed = await window.showInputBox({ title, value: before })
        if (typed === undefined) return
        await send('setReading', { ...which, reading: typed === text ? null : typed })
      }),
    ),
    commands.registerCommand(
      'biaozhu.editAttributes',
      at(async (mention, which) => {
        const attributes = await askAttribute(server, mention)
        if (attributes !== undefined) await send('setAttributes', { ...which, attributes })
      }),
    ),
  ]
}

type Value = string | number | boolean | null

/** `undefined` where there is none; the person has been told. */
export async function mentionAt(
  server: Server,
  { uri, position, ranges }: Place,
): Promise<MentionInfo | undefined> {
  const from = ranges[0]?.start ?? position
  const found = await server.request('biaozhu/mentionAt', { uri, position: from })
  if (found !== undefined && found !== null) return found
  window.setStatusBarMessage(l10n.t('There is no mention at the cursor.'), 5000)
  return undefined
}

/** The mention as actions take it. */
export function whichOf({ location, type, id }: MentionInfo): OfMention {
  const { uri, range } = location
  return id === undefined ? { uri, range, type } : { uri, id }
}

/** Which attribute, then which value; with one attribute only the value. */
async function askAttribute(
  server: Server,
  { location, text, type, attributes = {} }: MentionInfo,
): Promise<Readonly<Record<string, Value>> | undefined> {
  const schema = await server.request('biaozhu/schema', { uri: location.uri })
  const known = schema?.types.find(({ name }) => name === type)?.attributes ?? []
  if (known.length === 0) {
    window.setStatusBarMessage(l10n.t('The schema gives this type no attributes.'), 5000)
    return undefined
  }
  const choices = known.map((attribute, i) => {
    const { name, label } = attribute
    const now = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    return {
      label,
      key: String(i + 1),
      forms: [name],
      ...(now === undefined ? {} : { description: shownValue(attribute, now) }),
      value: attribute,
    }
  })
  const title = l10n.t('Attributes of “{0}”', text)
  const attribute = known.length === 1 ? known[0] : await choose(choices, { title })
  if (attribute === undefined) return undefined
  const value = await askValue(attribute, attributes[attribute.name])
  return value === undefined ? undefined : { [attribute.name]: value }
}

/** `null` takes the attribute away; `undefined` where the person leaves. */
async function askValue(
  attribute: AttributeInfo,
  now: string | number | boolean | undefined,
): Promise<Value | undefined> {
  const { label, kind, choices = [] } = attribute
  if (kind === 'flag') return now === true ? null : true
  if (kind === 'choice') {
    const values = choices.map((choice, i) => ({
      label: choice.label,
      ...(i < 9 ? { key: String(i + 1) } : {}),
      forms: [choice.name],
      value: choice.name,
    }))
    const none = { label: l10n.t('None'), key: '0', value: '' }
    const chosen = await choose(now === undefined ? values : [...values, none], { title: label })
    return chosen === '' ? null : chosen
  }
  const typed = await window.showInputBox({
    title: label,
    value: now === undefined ? '' : String(now),
    ...(kind === 'number' ? { validateInput: notANumber } : {}),
  })
  if (typed === undefined) return undefined
  if (typed.trim() === '') return null
  return kind === 'number' ? Number(typed) : typed
}

function notANumber(typed: string): string | undefined {
  return Number.isFinite(Number(typed)) ? undefined : l10n.t('A number is expected.')
}

function shownValue({ choices }: AttributeInfo, value: string | number | boolean): string {
  if (value === true) return '✓'
  return choices?.find(({ name }) => name === value)?.label ?? String(value)
}
