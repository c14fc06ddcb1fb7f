/** Documents: titles in 《》, titles of programmes and works in quotes, section names of the paper. */

import { findQuotes } from '../reading/quotes.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'

/** Longest title looked for, in UTF-16 units: beyond it a 》 was lost. */
const longestTitle = 120

/** 《六十条》, 央视“焦点访谈”, 以“…”为题, the section name 【主席之声】. */
export const documents: Recogniser = {
  name: 'document',
  recognise: (unit) => [
    ...titles(unit.text),
    ...quotedTitles(unit.text),
    ...sections(unit),
    ...columns(unit.text),
  ],
}

/** 《…》 with marks; a title in a title (《关于印发〈办法〉的通知》, 《关于《办法》的通知》) is part of it. */
function titles(text: string): Candidate[] {
  const found: Candidate[] = []
  const open: number[] = []
  for (let i = text.indexOf('《'); i >= 0 && i < text.length; i++) {
    const last = open[0]
    if (last !== undefined && i - last > longestTitle) {
      // Its end is lost: what was opened inside may still be closed.
      open.shift()
    }
    if (text[i] === '《') open.push(i)
    else if (text[i] === '》') {
      const start = open.pop()
      if (start !== undefined && i > start + 1)
        found.push(document(start, i + 1, 0.99, 'title marks'))
    }
  }
  return found
}

/** Words behind or before a quote that say it is a title. */
const titleBehind =
  /^(?:为题(?!材)|一文|一书|栏目|专栏|专题片|纪录片|短片|节目|倡议书|海报|一歌|主题曲|组诗|歌曲|微电影|小品|话剧|情景剧)/
const titleBefore =
  /(?:央视|电视台|卫视|频道|栏目|专栏|节目|歌曲|图书|专著|短片|歌伴舞|舞蹈|小品|话剧|情景剧|诗朗诵|快板|合唱|独唱|微电影|纪录片|专题片|宣传片|短视频|绘本|长篇小说|诗歌|散文|歌剧|民歌)$/

function quotedTitles(text: string): Candidate[] {
  return findQuotes(text).flatMap(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 7), start - 1)
    const behind = text.slice(end + 1, end + 5)
    if (!titleBefore.test(before) && !titleBehind.test(behind)) return []
    return [document(start, end, 0.85, 'quoted title')]
  })
}

function sections({ text, blocks }: Unit): Candidate[] {
  return blocks.flatMap(({ kind, span }) => {
    if (kind !== 'section') return []
    const raw = text.slice(span.start, span.end)
    const inner = raw.replace(/^[【[〔\s]+|[】\]〕\s]+$/g, '')
    const start = span.start + raw.indexOf(inner)
    return inner === '' ? [] : [document(start, start + inner.length, 0.9, 'section name')]
  })
}

/** 要闻·综合, 工运短波, 新闻特写: a line of its own that ends as columns of papers do. */
const column =
  /(?<=^|\n)[ {2}【[]{0,2}(\p{Script=Han}{2}·\p{Script=Han}{2,4}|\p{Script=Han}{2,4}(?:短波|速递|快讯|简讯|快报|简报|要闻|新闻|综合|副刊|视点|视窗|视线|风采|风貌|之窗|之声|之友|时评|短评|漫谈|杂谈|广角|纵横|看台|进行时|特写|专版|专刊|专栏|特刊|来信|信箱|文苑|文艺|观察|访谈|播报|资讯|动态|集锦|撷英|掠影|剪影|札记|连线|直击|追踪|回音壁|说法|一瞥|传真|扫描|瞭望|聚焦|关注|论坛|天地|园地|百态|人生|博览))[ {2}】\]]{0,2}(?=\n|$)/dgu

function columns(text: string): Candidate[] {
  return [...text.matchAll(column)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    return document(start, end, 0.8, 'column of the paper')
  })
}

function document(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Document', confidence, reason }
}
