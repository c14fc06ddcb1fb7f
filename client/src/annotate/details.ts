/** What is said of a mention besides its type: note, doubt, attributes. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { AttributeInfo, MentionInfo, OfMention } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import type { Place } from '../change/place.ts'
import type { Boxes, LineQuestion, Question } from '../pick/boxes.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'

export function detailCommands(server: Server, send: Send, keys: Keys): Disposable[] {
  /** `which` is the mention as actions take it. */
  const at = (work: (mention: MentionInfo, which: OfMention) => Promise<unknown>) => () =>
    keys.at(async (here) => {
      const mention = await mentionAt(server, here.place())
      if (mention !== undefined) await work(mention, whichOf(mention))
    })
  /** The box is there before the mention is known; `change` gives what of the mention is set. */
  const ask =
    (
      change: (
        found: Promise<MentionInfo | undefined>,
        boxes: Boxes,
      ) => Promise<((which: OfMention) => Promise<unknown>) | undefined>,
    ) =>
    () =>
      keys.ask(async (here, boxes) => {
        const found = mentionAt(server, here.place())
        const set = await change(found, boxes)
        const mention = await found
        if (set !== undefined && mention !== undefined) await set(whichOf(mention))
      })
  return [
    commands.registerCommand(
      'biaozhu.toggleUnsure',
      at(({ unsure }, which) => send('setUnsure', { ...which, unsure: unsure !== true })),
    ),
    commands.registerCommand(
      'biaozhu.editNote',
      ask(async (found, boxes) => {
        const note = await boxes.line(found.then(noteOf), { title: l10n.t('Note') })
        return note === undefined ? undefined : (which) => send('setNote', { ...which, note })
      }),
    ),
    commands.registerCommand(
      'biaozhu.editReading',
      ask(async (found, boxes) => {
        const typed = await boxes.line(found.then(readingOf), { title: l10n.t('Reading') })
        const text = (await found)?.text
        if (typed === undefined) return undefined
        return (which) => send('setReading', { ...which, reading: typed === text ? null : typed })
      }),
    ),
    commands.registerCommand(
      'biaozhu.editAttributes',
      ask(async (found, boxes) => {
        const attributes = await askAttribute(server, boxes, found)
        return attributes && ((which) => send('setAttributes', { ...which, attributes }))
      }),
    ),
  ]
}

function noteOf(mention: MentionInfo | undefined): LineQuestion | undefined {
  if (mention === undefined) return undefined
  const { text, note = '' } = mention
  return { value: note, title: l10n.t('Note on “{0}”', text) }
}

function readingOf(mention: MentionInfo | undefined): LineQuestion | undefined {
  if (mention === undefined) return undefined
  const { text, reading = text } = mention
  return { value: reading, title: l10n.t('What should be read for “{0}”', text) }
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
  boxes: Boxes,
  found: Promise<MentionInfo | undefined>,
): Promise<Readonly<Record<string, Value>> | undefined> {
  const asked = found.then((mention) => mention && attributesOf(server, mention))
  const attribute = await boxes.choose(asked, { title: l10n.t('Attributes') })
  if (attribute === undefined) return undefined
  const { name } = attribute
  const { attributes = {} } = (await found) ?? {}
  const now = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  const value = await askValue(boxes, attribute, now)
  return value === undefined ? undefined : { [name]: value }
}

async function attributesOf(
  server: Server,
  { location, text, type, attributes = {} }: MentionInfo,
): Promise<Question<AttributeInfo> | undefined> {
  const schema = await server.request('biaozhu/schema', { uri: location.uri })
  const known = schema?.types.find(({ name }) => name === type)?.attributes ?? []
  const [first, ...others] = known
  if (first === undefined) {
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
  return { choices, title, ...(others.length === 0 ? { only: first } : {}) }
}

/** `null` takes the attribute away; `undefined` where the person leaves. */
async function askValue(
  boxes: Boxes,
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
    const offered = now === undefined ? values : [...values, none]
    const chosen = await boxes.choose({ choices: offered }, { title: label })
    return chosen === '' ? null : chosen
  }
  const typed = await boxes.line(
    {
      value: now === undefined ? '' : String(now),
      ...(kind === 'number' ? { check: notANumber } : {}),
    },
    { title: label },
  )
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
