/**
 * Pages for measurements, as many and as long as are asked for: sentences of marked pages in another order, with
 * other names, places and numbers, so that the words of a corpus grow with it as those of a real one do.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMarked } from '../marked.ts'
import { type Names, namesOf } from './names.ts'
import { pick, type Random, randomOf } from './random.ts'

/** The page with this number, of about `length` UTF-16 units. The same number gives the same page. */
export function variedPage(number: number, length: number): string {
  made ??= templatesOf(seeds.map((name) => `../gold/${name}.gold.txt`))
  return pageOf(made, number, length)
}

/** The same of sentences of the written training pages, of which there are a hundred times as many. */
export function writtenPage(number: number, length: number, seed = 0): string {
  written ??= templatesOf(trainingPages())
  return pageOf(written, number, length, seed)
}

function pageOf(templates: Templates, number: number, length: number, seed = 0): string {
  const random = randomOf(number + 1 + seed * 0x9e3779b1)
  const articles: string[] = []
  let rest = length
  while (rest > 0) {
    const article = articleOf(templates, {
      random,
      page: number,
      length: Math.min(rest, length / 3),
    })
    articles.push(article)
    rest -= article.length
  }
  return articles.join('\n\n')
}

/** A headline, a byline, and paragraphs of three to six sentences. */
function articleOf(
  { titles, sentences }: Templates,
  {
    random,
    page,
    length,
  }: { readonly random: Random; readonly page: number; readonly length: number },
): string {
  const names = namesOf(random, page)
  const paragraphs: string[] = []
  const byline = `本报讯 (记者${names.person()} 通讯员${names.person()})`
  for (let written = 0; written < length; ) {
    const count = 3 + random(4)
    const paragraph = Array.from({ length: count }, () => filled(pick(random, sentences), names))
    paragraphs.push((written === 0 ? byline : '') + paragraph.join(''))
    written += paragraphs.at(-1)?.length ?? length
  }
  return [filled(pick(random, titles), names), ...paragraphs].join('\n\n')
}

/** Text, and names with their types. */
type Template = readonly { readonly text: string; readonly type: string | undefined }[]

interface Templates {
  readonly titles: readonly [Template, ...Template[]]
  readonly sentences: readonly [Template, ...Template[]]
}

function filled(template: Template, names: Names): string {
  return template
    .map(({ text, type }) => (type === undefined ? names.text(text) : names.name(text, type)))
    .join('')
}

const seeds = ['000_43f4299937225fbf', '002_dc38cb4497f90d8e', '003_58d3ffa267799daa']
let made: Templates | undefined
let written: Templates | undefined

function trainingPages(): readonly string[] {
  const folder = '../../server/training/corpus/train'
  return readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.gold.txt'))
    .sort()
    .map((name) => `${folder}/${name}`)
}

/** `files` are marked pages, relative to this folder. */
function templatesOf(files: readonly string[]): Templates {
  const titles: Template[] = []
  const sentences: Template[] = []
  for (const file of files) {
    const marked = readFileSync(join(import.meta.dirname, file), 'utf8')
    const { text, spans } = parseMarked(marked)
    // A name that a break cuts ends no line here.
    for (const { index, 0: piece } of text.matchAll(/[^\n。!?]+[。!?]?”?/g)) {
      const end = index + piece.length
      const inside = spans.filter((each) => each.start >= index && each.end <= end)
      if (spans.some((each) => each.start < end && each.end > index && !inside.includes(each))) {
        continue
      }
      const template = templateOf(text, { start: index, end }, inside)
      if (/[。!?]”?$/.test(piece) && piece.length >= 8) sentences.push(template)
      else if (piece.length >= 8 && piece.length <= 30) titles.push(template)
    }
  }
  const [title, ...otherTitles] = titles
  const [sentence, ...otherSentences] = sentences
  if (title === undefined || sentence === undefined) throw new Error('No sentences')
  return { titles: [title, ...otherTitles], sentences: [sentence, ...otherSentences] }
}

function templateOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  spans: readonly { readonly start: number; readonly end: number; readonly type: string }[],
): Template {
  const parts: { text: string; type: string | undefined }[] = []
  let at = start
  for (const span of spans) {
    if (span.start < at) continue
    parts.push({ text: text.slice(at, span.start), type: undefined })
    parts.push({ text: text.slice(span.start, span.end), type: span.type })
    at = span.end
  }
  return [...parts, { text: text.slice(at, end), type: undefined }]
}
