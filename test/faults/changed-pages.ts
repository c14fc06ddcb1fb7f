/** What other programs do to a page, for tests: its text before and after, and mentions all over it. */
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar, type Sidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { pageTexts } from '../annotation/corrections.ts'

export interface PageChange {
  readonly name: string
  readonly change: (text: string) => string
  /** Of a mention's text in the page before: whether it must be found without asking where the old text is known. */
  readonly keeps: (share: number) => boolean
}

const [first = '', other = ''] = pageTexts
const astral = '𠮷𡘙👨‍👩‍👧'

/** A page with characters outside of the basic plane in every paragraph, in composed form. */
export const pageText = first.normalize('NFC').replace(/。/g, (stop) => `${astral}é${stop}`)

/** Before, between and behind two shares of the page, at ends of lines. */
function cut(text: string, from: number, to: number): readonly [string, string, string] {
  const [start = 0, end = 0] = [from, to].map(
    (share) => text.indexOf('\n', Math.floor(text.length * share)) + 1,
  )
  return [text.slice(0, start), text.slice(start, end), text.slice(end)]
}

export const pageChanges: readonly PageChange[] = [
  { name: 'nothing', change: (text) => text, keeps: () => true },
  {
    name: 'insertion at the start, the middle and the end',
    change(text) {
      const [before, , after] = cut(text, 0.5, 0.5)
      return `${astral}新的一行\n${before}${astral}本报讯 又一行。\n${after}\n最后一行${astral}`
    },
    keeps: () => true,
  },
  {
    name: 'deletion of a fifth of its lines',
    change: (text) =>
      cut(text, 0.4, 0.6)
        .filter((_, i) => i !== 1)
        .join(''),
    keeps: (share) => share < 0.3 || share > 0.7,
  },
  {
    name: 'moved paragraphs',
    change(text) {
      const [before, moved, after] = cut(text, 0.3, 0.5)
      return moved + before + after
    },
    keeps: () => true,
  },
  { name: 'CRLF', change: (text) => text.replaceAll('\n', '\r\n'), keeps: () => true },
  {
    name: 'CR and a byte order mark',
    change: (text) => `\uFEFF${text.replaceAll('\n', '\r')}`,
    keeps: () => true,
  },
  { name: 'NFD', change: (text) => text.normalize('NFD'), keeps: () => true },
  { name: 'a replaced file', change: () => other, keeps: () => false },
  { name: 'an empty file', change: () => '', keeps: () => false },
]

/** Accepted mentions of a few characters, every hundred or so, some over astral ones. */
export function sidecarOfPage(text: string): Sidecar {
  const view = textView(text)
  const spans = [...text.matchAll(/(?:\p{sc=Han}{2,6}|𡘙👨‍👩‍👧é)(?=[\s\S]{60})/gu)]
    .filter((_, i) => i % 6 === 0)
    .map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
  const records = spans.map((span, i) => ({
    kind: 'span' as const,
    id: `M${String(i).padStart(4, '0')}`,
    ...describeSpans(view, [span]),
    type: 'Organization',
    status: 'accepted' as const,
  }))
  return { header: headerOf(view, 'page.txt'), records, broken: [] }
}

export const pageSidecar = printSidecar(sidecarOfPage(pageText))
