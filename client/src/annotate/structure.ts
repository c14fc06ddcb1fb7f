/** Commands on the structure of the page: blocks and articles as a person sees them. */
import { commands, type Disposable, l10n } from 'vscode'
import type {
  BlockKind,
  BlocksInfo,
  CommandParams,
  Position,
  Range,
} from '../../../server/src/protocol.ts'
import type { Here, Keys } from '../change/keys.ts'
import type { Place } from '../change/place.ts'
import { type Choice, choose } from '../pick/box.ts'
import type { Send } from '../server/send.ts'
import { linesOf } from './lines.ts'

export function structureCommands(send: Send, keys: Keys): Disposable[] {
  const at = (work: (here: Here) => Promise<unknown>) => () => keys.at(work)
  return [
    commands.registerCommand(
      'biaozhu.splitBlock',
      at(({ place }) => {
        const { uri, position } = place()
        return send('splitBlock', { uri, position })
      }),
    ),
    commands.registerCommand(
      'biaozhu.setBlockKind',
      at(({ place }) => setBlockKind(send, place())),
    ),
    commands.registerCommand(
      'biaozhu.continuesAt',
      at((here) => continuesAt(send, here)),
    ),
    commands.registerCommand(
      'biaozhu.moveBlock',
      at(({ place }) => moveBlock(send, place())),
    ),
    commands.registerCommand(
      'biaozhu.setTitles',
      at((here) => setLines(send, here, 'setTitles')),
    ),
    commands.registerCommand(
      'biaozhu.setByline',
      at((here) => setLines(send, here, 'setByline')),
    ),
  ]
}

async function setBlockKind(send: Send, { uri, position }: Place): Promise<void> {
  const found = await blocksAt(send, { uri, position })
  const [block] = found?.blocks ?? []
  if (found === undefined || block === undefined) return
  const kinds = found.kinds.map(
    ({ kind, label }, i): Choice<BlockKind | null> => ({
      label,
      ...(i < 9 ? { key: String(i + 1) } : {}),
      ...(kind === block.kind ? { description: '✓' } : {}),
      forms: [kind],
      value: kind,
    }),
  )
  const isSet = block.said.some(({ what }) => what === 'kind')
  const none = { label: l10n.t('As the program sees it'), key: '0', value: null }
  const title = l10n.t('What is “{0}”?', block.text)
  const kind = await choose(isSet ? [...kinds, none] : kinds, { title })
  if (kind !== undefined) await send('setBlockKind', { uri, position, kind })
}

async function continuesAt(send: Send, { editor, place }: Here): Promise<void> {
  const { uri, position } = place()
  const end: Position = { line: editor.document.lineCount, character: 0 }
  const whole: Range = { start: { line: 0, character: 0 }, end }
  const block = (await blocksAt(send, { uri, position }))?.blocks[0]
  const all = (await blocksAt(send, { uri, range: whole }))?.blocks ?? []
  if (block === undefined) return
  const choices = all
    .filter(({ range }) => range.start.line !== block.range.start.line)
    .map(({ text, label, range }) => ({
      label: text,
      description: l10n.t('{0}, line {1}', label, range.start.line + 1),
      value: range.start,
    }))
  const title = l10n.t('Where does “{0}” go on?', block.text)
  const to = await choose(choices, { title, placeholder: l10n.t('Name or pinyin') })
  if (to !== undefined) await send('continuesAt', { uri, from: block.range.start, to, value: true })
}

async function moveBlock(send: Send, { uri, position, ranges: [range] }: Place): Promise<void> {
  const newArticle = { label: l10n.t('An article of its own'), value: 'new' as const }
  const article = await chooseArticle<number | 'new'>(send, uri, {
    title: l10n.t('Move to which article?'),
    more: [newArticle],
  })
  if (article === undefined) return
  await send('moveBlock', { uri, ...(range === undefined ? { position } : { range }), article })
}

/** The selected lines, or names, in their order. */
async function setLines(
  send: Send,
  { editor, place }: Here,
  name: 'setTitles' | 'setByline',
): Promise<void> {
  const { uri, position, ranges } = place()
  const selected = ranges.length === 0 ? [{ start: position, end: position }] : ranges
  const lines = selected.flatMap((range) =>
    linesOf((line) => editor.document.lineAt(line).text, range, {
      isWhole: ranges.length === 0 || name === 'setTitles',
    }),
  )
  const article = await chooseArticle<number>(send, uri, {
    title:
      name === 'setTitles'
        ? l10n.t('Title lines of which article?')
        : l10n.t('Byline of which article?'),
    more: [],
  })
  if (article !== undefined) await send(name, { uri, article, ranges: lines })
}

async function chooseArticle<T>(
  send: Send,
  uri: string,
  { title, more }: { readonly title: string; readonly more: readonly Choice<T | number>[] },
): Promise<T | number | undefined> {
  const answer = await send('articlesOf', { uri })
  if (answer?.kind !== 'answer') return undefined
  const { articles } = answer.answer
  const choices = articles.map(({ index, title: name, range }, i) => ({
    label: name,
    ...(i < 9 ? { key: String(i + 1) } : {}),
    description: l10n.t('line {0}', range.start.line + 1),
    value: index,
  }))
  return choose<T | number>([...choices, ...more], { title })
}

async function blocksAt(
  send: Send,
  params: CommandParams<'blocksAt'>,
): Promise<BlocksInfo | undefined> {
  const answer = await send('blocksAt', params)
  return answer?.kind === 'answer' ? answer.answer : undefined
}
