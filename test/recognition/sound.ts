/** What the recogniser has to give of any text. */
import assert from 'node:assert/strict'
import { analysePage } from '../page/analyse-page.ts'
import { oneArticlePage } from './one-article.ts'
import { recognise } from './recognised.ts'

/** Words and signs of the genre, and some that are odd, for texts that nobody writes. */
export const pieces = [
  '嘉兴市',
  '总工会',
  '集团',
  '公司',
  '“',
  '”',
  '《',
  '》',
  '第',
  '十',
  '万',
  '名',
  '2021',
  '年',
  '月',
  '日',
  '张',
  '主席',
  '说',
  '驿站',
  '行动',
  '、',
  ',',
  '。',
  '\n',
  '\0',
  '\ud800',
  '😀',
  '(',
  ')',
  '的',
  'a',
  ' ',
  '职工',
  '新业态',
  '劳动者',
  '获得',
  '称号',
  '获',
  '奖',
  '实施',
  '@',
  '.',
  '-',
  '省',
  '市',
  '总',
  '工匠',
]

/** Mentions lie in the text, are not empty, and no two overlap. */
export function assertSound(text: string): void {
  for (const page of [oneArticlePage(text), analysePage(text)]) {
    const spans = recognise(text, page).flatMap((mention) => mention.spans)
    const sorted = spans.toSorted((a, b) => a.start - b.start)
    for (const [index, span] of sorted.entries()) {
      assert.ok(span.start >= (sorted[index - 1]?.end ?? 0) && span.start < span.end)
      assert.ok(span.end <= text.length)
    }
  }
}
