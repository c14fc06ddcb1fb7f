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
import type { Boxes, Choice, Question } from '../pick/boxes.ts'
import type { Send } from '../server/send.ts'
import { linesOf } from './lines.ts'

export function structureCommands(send: Send, keys: Keys): Disposable[] {
  const at = (work: (here: Here) => Promise<unknown>) => () => keys.at(work)
  const ask = (work: (here: Here, boxes: Boxes) => Promise<unknown>) => () => keys.ask(work)
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
      ask(({ place }, boxes) => setBlockKind(send, boxes, place())),
    ),
    commands.registerCommand(
      'biaozhu.continuesAt',
      ask((here, boxes) => continuesAt(send, boxes, here)),
    ),
    commands.registerCommand(
      'biaozhu.moveBlock',
      ask(({ place }, boxes) => moveBlock(send, boxes, place())),
    ),
    commands.registerCommand(
      'biaozhu.setTitles',
      ask((here, boxes) => setLines(send, boxes, { here, name: 'setTitles' })),
    ),
    commands.registerCommand(
      'biaozhu.setByline',
      ask((here, boxes) => setLines(send, boxes, { here, name: 'setByline' })),
    ),
  ]
}

async function setBlockKind(send: Send, boxes: Boxes, { uri, position }: Place): Promise<void> {
  const asked = blocksAt(send, { uri, position }).then((found) => found && kindsOf(found))
  const kind = await boxes.choose(asked, { title: l10n.t('Kind of block') })
  if (kind !== undefined) await send('setBlockKind', { uri, position, kind })
}

function kindsOf({ kinds, blocks: [block] }: BlocksInfo): Question<BlockKind | null> | undefined {
  if (block === undefined) return undefined
  const choices = kinds.map(
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
  return { choices: isSet ? [...choices, none] : choices, title }
}

async function continuesAt(send: Send, boxes: Boxes, { editor, place }: Here): Promise<void> {
  const { uri, position } = place()
  const end: Position = { line: editor.document.lineCount, character: 0 }
  const whole: Range = { start: { line: 0, character: 0 }, end }
  const find = async (): Promise<Question<readonly [Position, Position]> | undefined> => {
    const block = (await blocksAt(send, { uri, position }))?.blocks[0]
    const all = (await blocksAt(send, { uri, range: whole }))?.blocks ?? []
    if (block === undefined) return undefined
    const choices = all
      .filter(({ range }) => range.start.line !== block.range.start.line)
      .map(({ text, label, range }) => ({
        label: text,
        description: l10n.t('{0}, line {1}', label, range.start.line + 1),
        value: [block.range.start, range.start] as const,
      }))
    return { choices, title: l10n.t('Where does “{0}” go on?', block.text) }
  }
  const looks = { title: l10n.t('Where does it go on?'), placeholder: l10n.t('Name or pinyin') }
  const chosen = await boxes.choose(find(), looks)
  if (chosen === undefined) return
  const [from, to] = chosen
  await send('continuesAt', { uri, from, to, value: true })
}

async function moveBlock(
  send: Send,
  boxes: Boxes,
  { uri, position, ranges: [range] }: Place,
): Promise<void> {
  const newArticle = { label: l10n.t('An article of its own'), value: 'new' as const }
  const article = await chooseArticle<number | 'new'>(send, boxes, {
    uri,
    title: l10n.t('Move to which article?'),
    more: [newArticle],
  })
  if (article === undefined) return
  await send('moveBlock', { uri, ...(range === undefined ? { position } : { range }), article })
}

interface Lines {
  readonly here: Here
  readonly name: 'setTitles' | 'setByline'
}

/** The selected lines, or names, in their order. */
async function setLines(
  send: Send,
  boxes: Boxes,
  { here: { editor, place }, name }: Lines,
): Promise<void> {
  const { uri, position, ranges } = place()
  const selected = ranges.length === 0 ? [{ start: position, end: position }] : ranges
  const lines = selected.flatMap((range) =>
    linesOf((line) => editor.document.lineAt(line).text, range, {
      isWhole: ranges.length === 0 || name === 'setTitles',
    }),
  )
  const article = await chooseArticle<number>(send, boxes, {
    uri,
    title:
      name === 'setTitles'
        ? l10n.t('Title lines of which article?')
        : l10n.t('Byline of which article?'),
    more: [],
  })
  if (article !== undefined) await send(name, { uri, article, ranges: lines })
}

interface ArticleQuestion<T> {
  readonly uri: string
  readonly title: string
  readonly more: readonly Choice<T | number>[]
}

function chooseArticle<T>(
  send: Send,
  boxes: Boxes,
  { uri, title, more }: ArticleQuestion<T>,
): Promise<T | number | undefined> {
  const find = async (): Promise<Question<T | number> | undefined> => {
    const answer = await send('articlesOf', { uri })
    if (answer?.kind !== 'answer') return undefined
    const choices = answer.answer.articles.map(({ index, title: name, range }, i) => ({
      label: name,
      ...(i < 9 ? { key: String(i + 1) } : {}),
      description: l10n.t('line {0}', range.start.line + 1),
      value: index,
    }))
    return { choices: [...choices, ...more] }
  }
  return boxes.choose(find(), { title })
}

async function blocksAt(
  send: Send,
  params: CommandParams<'blocksAt'>,
): Promise<BlocksInfo | undefined> {
  const answer = await send('blocksAt', params)
  return answer?.kind === 'answer' ? answer.answer : undefined
}
