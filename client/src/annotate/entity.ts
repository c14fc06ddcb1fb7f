/** *Link to Entity…* and *Refers to…*: whom or what the mention, or the word, at the cursor means. */
import { commands, type Disposable, l10n } from 'vscode'
import type { CoreferenceTargets, EntityItem, MentionInfo } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import { spansIn } from '../change/place.ts'
import type { Boxes, Question } from '../pick/boxes.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { mentionAt, whichOf } from './details.ts'

export function entityCommands(server: Server, send: Send, keys: Keys): Disposable[] {
  return [
    commands.registerCommand('biaozhu.setEntity', () =>
      keys.ask(async (here, boxes) => {
        const found = mentionAt(server, here.place())
        const entity = await ask(server, boxes, found)
        const mention = await found
        if (mention === undefined || entity === undefined) return
        await send('setEntity', { ...whichOf(mention), entity })
      }),
    ),
    commands.registerCommand('biaozhu.markCoreference', () =>
      keys.ask(async (here, boxes) => {
        const place = spansIn(here.place())
        const asked = send('coreferenceTargets', place).then((answer) =>
          answer?.kind === 'answer' ? meant(answer.answer) : undefined,
        )
        const entity = await boxes.choose(asked, {
          title: l10n.t('Whom or what does it mean?'),
          placeholder: l10n.t('Key, name or pinyin'),
        })
        if (entity !== undefined) await send('markCoreference', { ...place, entity })
      }),
    ),
  ]
}

/** Of 该公司 what is named before it, the nearest first. */
function meant({ text, targets }: CoreferenceTargets): Question<string> {
  const choices = targets.map(({ id, name, aliases, type }, i) => ({
    label: name,
    ...(i < 9 ? { key: String(i + 1) } : {}),
    description: type,
    forms: [...aliases, type],
    value: id,
  }))
  return { choices, title: l10n.t('Whom or what does “{0}” mean?', text) }
}

/** Those of its type and corpus, the most frequent first; `null` leaves it to the program again. */
function ask(
  server: Server,
  boxes: Boxes,
  found: Promise<MentionInfo | undefined>,
): Promise<string | null | undefined> {
  const asked = found.then((mention) => mention && question(server, mention))
  return boxes.choose<string | null>(asked, {
    title: l10n.t('Whom or what does it mean?'),
    placeholder: l10n.t('Name or pinyin'),
  })
}

async function question(
  server: Server,
  { location, text, type, entity }: MentionInfo,
): Promise<Question<string | null>> {
  const [schema, all = []] = await Promise.all([
    server.request('biaozhu/schema', { uri: location.uri }),
    server.request('biaozhu/entities', {}),
  ])
  const known = all
    .filter((each) => each.corpus === schema?.corpus && each.type === type)
    .sort((a, b) => b.count - a.count)
  const none = { label: l10n.t('As the program sees it'), value: null }
  const choices = [...known.map(choiceOf), ...(entity === undefined ? [] : [none])]
  return { choices, title: l10n.t('Whom or what does “{0}” mean?', text) }
}

function choiceOf({ id, name, aliases, count }: EntityItem) {
  const description = [...aliases.slice(0, 3), String(count)].join('  ')
  return { label: name, description, forms: aliases, value: id }
}
