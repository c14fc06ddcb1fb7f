/** Made-up pages as a person has done them, and what it takes to learn from them. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PersonalModel } from '../../../server/src/recognition/personal/difference.ts'
import {
  type Learned,
  type LearnTask,
  learn,
} from '../../../server/src/recognition/personal/learn.ts'
import {
  type MarkedPage,
  markPage,
  type TrainingPage,
} from '../../../server/src/recognition/personal/marked-lines.ts'
import { personalTagger } from '../../../server/src/recognition/personal/personal-tagger.ts'
import type { Tagger } from '../../../server/src/recognition/spans/tagger.ts'
import { readModelParts } from '../../../server/src/recognition/spans/tagger-model.ts'
import { lexicon, lexiconFolder } from '../../lexicon.ts'
import { parseMarked } from '../../marked.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { means } from '../recognised.ts'

/** `marked` as for `parseMarked`. */
export function donePage(id: string, marked: string): TrainingPage {
  const { text, spans } = parseMarked(marked)
  const mentions = spans.map(({ start, end, type }) => ({ span: { start, end }, type }))
  return { id, text, page: analysePage(text), mentions }
}

/** Pages that name feasts, of the person's own type Feast, and nothing else that rules know. */
export function feastPages(names: readonly (readonly string[])[]): readonly TrainingPage[] {
  return names.map((own, page) =>
    donePage(
      `p${page}.txt`,
      own
        .map((name, at) =>
          (frames[(page + at) % frames.length] ?? '').replace('%', `⟦${name}|Feast⟧`),
        )
        .join('⏎'),
    ),
  )
}

const frames = [
  '大家盼望已久的%终于来了，场面热闹。',
  '去年的%办得很好，今年还要接着办。',
  '说起%，人人都很高兴，纷纷点头。',
  '为了办好%，大家忙前忙后，没有怨言。',
]

export const feasts = [
  ['采茶节', '龙舟节', '丰收节', '焊花节'],
  ['风筝节', '泼水节', '桃花节', '豆腐节'],
  ['啤酒节', '灯笼节', '赛马节', '渔火节'],
  ['荷花节', '竹笋节', '剪纸节', '皮影节'],
  ['冰雪节', '樱桃节', '山歌节', '陶瓷节'],
]

export function prepared(pages: readonly TrainingPage[]): readonly MarkedPage[] {
  return pages.map((page) => last(markPage(page, means)))
}

export const shipped = new Uint8Array(readFileSync(join(lexiconFolder, 'model', 'tagger.bin')))

export function learned(task: Pick<LearnTask, 'pages' | 'last'>): Learned {
  return last(learn({ shipped, lexicon, ...task }))
}

/** The tagger that suggests what was learned. */
export function taggerOf(model: PersonalModel): Tagger {
  const parts = readModelParts(shipped)
  const tagger = parts && personalTagger(parts, model, lexicon)
  assert.ok(tagger)
  return tagger
}

/** The value at the end of all steps. */
export function last<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
