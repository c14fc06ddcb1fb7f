/** The pages of the golden files: how the first article of each of the seeds begins, with marks by hand. */

import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import type { WriteContext } from '../../server/src/exchange/format/format.ts'
import type {
  ExchangeMention,
  ExchangePage,
  ExchangeRelation,
  TextKind,
} from '../../server/src/exchange/format/model.ts'
import { logicalPage } from '../../server/src/exchange/our-page/logical-text.ts'
import { runsOf } from '../../server/src/exchange/our-page/tokens.ts'
import { defined } from '../../server/src/values/defined.ts'
import { analysePage } from '../page/analyse-page.ts'
import { markedPage } from './exchange-page.ts'

interface Excerpt {
  /** Name of the seed. */
  readonly path: string
  readonly marked: string
  /** What is said of single mentions: `m1` is the first one. */
  readonly parts?: Readonly<Record<string, Partial<ExchangeMention>>>
  readonly relations?: readonly ExchangeRelation[]
}

export const excerpts: readonly Excerpt[] = [
  {
    path: '000_43f4299937225fbf.txt',
    marked: `全力推进,突出加强 ⟦新业态新就业群体|Group⟧ 建会入会、权益保障工作

⟦记者|Role⟧⟦阮向民|Person⟧报道 哪里有职工,哪里就有工会组织。`,
    parts: {
      m1: { note: '快递、货运\n等等', entity: 'Q1' },
      m3: { attributes: { role: 'author' }, who: '王丽', when: '2026-11-20T09:00:00Z' },
    },
  },
  {
    path: '001_b66ab0af8ed20314.txt',
    marked: `⟦嘉善县总工会|Organization⟧

深耕⟦10年|Date⟧打响⟦“五型”品牌|Initiative⟧

引领⟦10余万职工|Figure⟧ 争创“⟦工人先锋号|Honor⟧”`,
    parts: {
      m4: { status: 'suggested', confidence: 0.82, source: 'figure' },
      m5: { status: 'suggested', confidence: 0.61, source: 'honor', unsure: true },
    },
    relations: [
      {
        id: 'r1',
        type: 'actor',
        from: 'm3',
        to: 'm1',
        status: 'accepted',
        attributes: { part: 'host' },
      },
      { id: 'r2', type: 'figure', from: 'm3', to: 'm4', status: 'suggested', confidence: 0.5 },
    ],
  },
  {
    path: '002_dc38cb4497f90d8e.txt',
    marked: `⟦“助企十条”|Initiative⟧靶向助力稳市场主体

本报(⟦记者|Role⟧⟦王鑫|Person⟧ ⟦方大丰|Person⟧ ⟦通讯员|Role⟧⟦王桂平|Person⟧)“工会为我们协调招聘⟦近200人|Figure⟧,`,
    relations: [{ id: 'r1', type: 'figure', from: 'm1', to: 'm7', status: 'accepted' }],
  },
  {
    path: '003_58d3ffa267799daa.txt',
    marked: `贯彻落实省委“⟦新春第一会|Document⟧”精神
推动打造⟦高素质劳动者队伍|Group⟧

让工匠有尊严得礼遇

⟦⟦台州椒江|Place⟧工会|Organization⟧推出⟦“十匠”行动|Initiative⟧`,
  },
  {
    path: '004_e29aa84e29f7afa3.txt',
    marked: `培育巾帼工匠,为发展新质生产力贡献“她”力量

⟦⟦扬州市|Place⟧总工会|Organization⟧⟦党组成员、副主席|Role⟧ ⟦贾萍|Person⟧`,
  },
]

export const goldenContext: Omit<WriteContext, 'options'> = {
  schema: defaultSchema,
  // Letters and digits are in runs: what is a word is not the matter here.
  words: runsOf,
  title: 'seeds',
  pages: excerpts.map(({ path }) => path),
  versions: { biaozhu: '1.0.0', recogniser: '1.0.0', schema: 's1' },
  created: '2026-11-20T09:00:00.000Z',
  initiatives: [
    {
      id: '002_dc38cb4497f90d8e.txt#Initiative:助企十条',
      name: '“助企十条”',
      aliases: ['助企十条'],
      kind: '措施',
      owner: '永州工会',
      place: '永州市',
      mentions: 1,
      pages: ['002_dc38cb4497f90d8e.txt'],
    },
  ],
}

/** All excerpts in one of the two texts. */
export function goldenPages(kind: TextKind): readonly ExchangePage[] {
  return excerpts.map(({ path, marked, parts = {}, relations = [] }) => {
    const { text, mentions, ...rest } = markedPage(marked)
    const structure = analysePage(text)
    const source: ExchangePage = {
      ...rest,
      text,
      path,
      mentions: mentions.map((mention) => ({ ...mention, ...parts[mention.id] })),
      relations,
      data: { newspaper: '工人报', date: '2021-11-22', number: 3 },
      articles: structure.articles.map(({ titleLines, headline, byline, blocks }) => ({
        ...{ titleLines, byline: byline.map(({ name }) => name) },
        ...defined({ headline }),
        spans: blocks.map(({ span }) => span),
      })),
    }
    return kind === 'source' ? source : logicalPage(source, structure, (offset) => offset).page
  })
}
