/** *Attach to Initiative…* and *Relate to Mention…*: another mention, nearest first, then the relation. */
import { commands, type Disposable, l10n } from 'vscode'
import type { RelationTarget, RelationTargets } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import { type Place, targetIn } from '../change/place.ts'
import { choose } from '../pick/box.ts'
import type { Send } from '../server/send.ts'
import { endOf, type Option, optionsOf } from './targets.ts'

export function attachCommands(send: Send, keys: Keys): Disposable[] {
  const join = (question: 'attachTargets' | 'relationTargets') => () =>
    keys.at((here) => attach(send, question, here.place()))
  return [
    commands.registerCommand('biaozhu.attach', join('attachTargets')),
    commands.registerCommand('biaozhu.relate', join('relationTargets')),
  ]
}

async function attach(
  send: Send,
  question: 'attachTargets' | 'relationTargets',
  place: Place,
): Promise<void> {
  const answer = await send(question, targetIn(place))
  if (answer?.kind !== 'answer') return
  const { uri } = place
  const found = answer.answer
  const target = await chooseTarget(found, question === 'attachTargets')
  const option = target && (await chooseOption(found, target))
  if (target === undefined || option === undefined) return
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
  { mention, targets }: RelationTargets,
  isInitiative: boolean,
): Promise<RelationTarget | undefined> {
  const choices = targets.map((target, i) => ({
    label: target.text,
    ...numbered(i),
    description: [...(isInitiative ? [] : [target.type]), target.article ?? ''].join('  '),
    forms: [target.type],
    value: target,
  }))
  const title = isInitiative
    ? l10n.t('Attach “{0}” to an initiative', mention.text)
    : l10n.t('Relate “{0}” to', mention.text)
  return choose(choices, { title, placeholder: l10n.t('Key, name or pinyin') })
}

/** What the two are to each other already is taken away by choosing it. */
function chooseOption(
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
  return choose(choices, { title: `${mention.text} — ${target.text}` })
}

function numbered(index: number): { readonly key?: string } {
  return index < 9 ? { key: String(index + 1) } : {}
}
