/** `biaozhu score`. */
import { defaultSchema } from '../annotation/schema/schema.ts'
import type { PagesOfPaths } from '../corpus/paths/pages-of-paths.ts'
import { articleParts } from '../feature/scoring/score-articles.ts'
import { type SideStatus, sideOf } from '../feature/scoring/side.ts'
import { type Call, type Command, type ExitStatus, type Outside, paths } from './command.ts'
import { printListing, say, tableFormat } from './listing.ts'
import {
  type NamedSide,
  type ScoreAnswer,
  type ScoreOptions,
  scoreAgainst,
  scoreArticleList,
  scoreFound,
} from './score-sides.ts'

const scored = new Set([...defaultSchema.types.map(({ name }) => name), ...articleParts])

export const score: Command = {
  name: 'score',
  summary: 'how well what is found agrees with what people marked',
  description:
    'Compares what is found on pages with what people say of them: marks in the text (⟦name|Type⟧), or what they ' +
    'accepted in the file beside it. With --against or --against-layer it compares two annotators: pages with ' +
    'equal text are the same page. Prints precision, recall and F1 by type, of exact spans and of spans that ' +
    "overlap; of two annotators also Cohen's kappa (characters) and Krippendorff's alpha (unitizing, 1995/2004). With " +
    '--articles it compares the articles of the pages with a list of them.',
  operands: { ...paths, shown: 'GOLD…' },
  options: [
    {
      name: 'against',
      value: 'PATH…',
      many: true,
      summary: 'Pages of the other annotator, up to the next option.',
    },
    {
      name: 'layer',
      value: 'NAME',
      summary: 'Takes what this annotator says (X.anno.NAME.jsonl) for gold.',
    },
    {
      name: 'against-layer',
      value: 'NAME',
      summary: 'The other annotator, on the pages of --against or on the same ones.',
    },
    {
      name: 'status',
      values: ['accepted', 'all'],
      default: 'accepted',
      summary: 'What counts of the other annotator: what was accepted, or suggestions too.',
    },
    {
      name: 'errors',
      value: 'TYPE',
      isValue: (text) => scored.has(text),
      summary: 'What differs instead of the figures, of one type (part of an article) or of all.',
    },
    { name: 'confusion', summary: 'Which types are taken for which, instead of the figures.' },
    { name: 'articles', value: 'LIST.json', summary: 'The list of articles to compare with.' },
    tableFormat,
  ],
  examples: [
    'biaozhu score test/gold',
    'biaozhu score --errors Person test/gold',
    'biaozhu score test/gold --against seeds --status all',
    'biaozhu score --layer zhang pages --against-layer li',
    'biaozhu score zhang --against li --errors --format jsonl',
    'biaozhu score --articles articles.json --errors byline pages',
  ],
  async run(call, outside) {
    const pages = await outside.pages(call.operands)
    say([...pages.notes, ...pages.errors], outside)
    const answer = await answerOf(pages, call, outside)
    if (typeof answer === 'string') {
      say([answer], outside)
      return 2
    }
    say([...answer.notes, ...answer.errors], outside)
    if (answer.errors.length > 0) return 2
    printListing(answer.listing, call.options.get('format'), outside)
    return statusOf(pages)
  },
}

/** A sentence for a list that cannot be read. */
async function answerOf(
  pages: PagesOfPaths,
  { options, lists }: Call,
  outside: Outside,
): Promise<ScoreAnswer | string> {
  const asked: ScoreOptions = {
    errors: options.get('errors'),
    confusion: options.has('confusion'),
  }
  const path = options.get('articles')
  if (path !== undefined) {
    const list = await outside.read(path)
    if (list === undefined) return `cannot read ${path}`
    return scoreArticleList(pages, list, await outside.analyser(), asked)
  }
  const gold = await sidesOf(pages, { layer: options.get('layer'), status: 'accepted' }, outside)
  const other = lists.get('against')
  const layer = options.get('against-layer')
  if (other === undefined && layer === undefined) {
    return scoreFound(gold, await outside.analyser(), asked)
  }
  const others = other === undefined ? pages : await outside.pages(other)
  if (others !== pages) say([...others.notes, ...others.errors], outside)
  if (others.errors.length > 0) return 'nothing is scored'
  const status = options.get('status') === 'all' ? 'all' : 'accepted'
  return scoreAgainst(gold, await sidesOf(others, { layer, status }, outside), asked)
}

async function sidesOf(
  { documents }: PagesOfPaths,
  { layer, status }: { readonly layer: string | undefined; readonly status: SideStatus },
  outside: Outside,
): Promise<readonly NamedSide[]> {
  const sides: NamedSide[] = []
  for (const document of documents) {
    const annotations = layer === undefined ? undefined : await outside.layer(document, layer)
    sides.push({ name: document.path, side: sideOf(document, { layer: annotations, status }) })
  }
  return sides
}

function statusOf({ errors }: PagesOfPaths): ExitStatus {
  return errors.length === 0 ? 0 : 2
}
