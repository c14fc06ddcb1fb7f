/** *Attach to Initiative…* and *Relate to Mention…*: another mention, nearest first, then the relation. */
import { commands, type Disposable, l10n } from 'vscode'
import type { RelationTarget, RelationTargets } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import { type Place, targetIn } from '../change/place.ts'
import type { Boxes, Question } from '../pick/boxes.ts'
import type { Send } from '../server/send.ts'
import { endOf, type Option, optionsOf } from './targets.ts'

export function attachCommands(send: Send, keys: Keys): Disposable[] {
  const join = (question: 'attachTargets' | 'relationTargets') => () =>
    keys.ask((here, boxes) => attach(send, boxes, { question, place: here.place() }))
  return [
    commands.registerCommand('biaozhu.attach', join('attachTargets')),
    commands.registerCommand('biaozhu.relate', join('relationTargets')),
  ]
}

interface Asked {
  readonly question: 'attachTargets' | 'relationTargets'
  readonly place: Place
}

async function attach(send: Send, boxes: Boxes, asked: Asked): Promise<void> {
  const { uri } = asked.place
  let found: RelationTargets | undefined
  const target = await chooseTarget(boxes, asked.question === 'attachTargets', async () => {
    const answer = await send(asked.question, targetIn(asked.place))
    found = answer?.kind === 'answer' ? answer.answer : undefined
    return found
  })
  if (found === undefined || target === undefined) return
  const option = await chooseOption(boxes, found, target)
  if (option === undefined) return
  const { way, attributes, isMade } = option
  if (isMade && way.id !== undefined) {
    await send('detach', { uri, id: way.id })
    return
  }
  const [mention, other] = [endOf(found.mention), endOf(target)]
  const ends = way.end === 'from' ? { from: mention, to: other } : { from: other, to: mention }
  await send('attach', { uri, ...ends, type: way.type, attributes })
}

function chooseTarget(
  boxes: Boxes,
  isInitiative: boolean,
  find: () => Promise<RelationTargets | undefined>,
): Promise<RelationTarget | undefined> {
  const question = ({ mention, targets }: RelationTargets): Question<RelationTarget> => ({
    choices: targets.map((target, i) => ({
      label: target.text,
      ...numbered(i),
      description: [...(isInitiative ? [] : [target.type]), target.article ?? ''].join('  '),
      forms: [target.type],
      value: target,
    })),
    title: isInitiative
      ? l10n.t('Attach “{0}” to an initiative', mention.text)
      : l10n.t('Relate “{0}” to', mention.text),
  })
  const asked = find().then((found) => found && question(found))
  const title = isInitiative ? l10n.t('Attach to an initiative') : l10n.t('Relate to')
  return boxes.choose(asked, { title, placeholder: l10n.t('Key, name or pinyin') })
}

/** What the two are to each other already is taken away by choosing it. */
function chooseOption(
  boxes: Boxes,
  { mention }: RelationTargets,
  target: RelationTarget,
): Promise<Option | undefined> | Option | undefined {
  const options = optionsOf(target)
  const [only, ...others] = options
  if (others.length === 0 && only?.isMade === false) return only
  const choices = options.map((option, i) => ({
    label: option.label,
    ...numbered(i),
    ...(option.isMade ? { description: l10n.t('✓ choose to detach') } : {}),
    forms: [option.way.type],
    value: option,
  }))
  return boxes.choose({ choices }, { title: `${mention.text} — ${target.text}` })
}

function numbered(index: number): { readonly key?: string } {
  return index < 9 ? { key: String(index + 1) } : {}
}
