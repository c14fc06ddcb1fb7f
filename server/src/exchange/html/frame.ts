/** What stands before and behind the pages of a report: title, legend and contents, initiatives and the index. */
import type { ExchangeInitiative, WriteContext } from '../format/format.ts'
import type { EntityIndex } from '../report/index-entries.ts'
import { type Label, statusLabels } from '../report/labels.ts'
import { bilingual } from './bilingual.ts'
import { escapeHtml } from './escape.ts'
import type { HtmlLook } from './page.ts'
import { styleSheet } from './style.ts'

const headings = {
  pages: { zh: '版面', en: 'Pages' },
  initiatives: { zh: '举措', en: 'Initiatives' },
  index: { zh: '索引', en: 'Index' },
} as const

export function htmlOpening(context: WriteContext, { labels, classOf }: HtmlLook): string {
  const { title, schema, pages, initiatives, created } = context
  const legend = schema.types.map(
    ({ name }) =>
      `<li><mark class="${classOf(name)}">${bilingual(labels.type(name))}</mark></li>\n`,
  )
  const contents = pages.map((path, i) => `<li><a href="#p${i + 1}">${escapeHtml(path)}</a></li>\n`)
  const jumps: readonly (readonly [string, Label])[] = [
    ...(initiatives.length === 0 ? [] : [['initiatives', headings.initiatives] as const]),
    ['index', headings.index],
  ]
  const example = bilingual(statusLabels.suggested)
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<title>${escapeHtml(title)}</title>\n<style>\n${styleSheet(schema)}\n</style>\n</head>\n<body>\n`,
    `<header>\n<h1>${escapeHtml(title)}</h1>\n`,
    `<p class="soft">${pages.length} 个版面 · <time datetime="${escapeHtml(created)}">${escapeHtml(created.slice(0, 10))}</time></p>\n`,
    `<ul class="legend">\n${legend.join('')}<li><mark class="suggested">${example}</mark></li>\n</ul>\n`,
    '<label class="toggle"><input type="checkbox" id="labels"> 在文中显示类型 <span lang="en">Show types in the text</span></label>\n',
    `<nav class="soft">${jumps.map(([to, label]) => `<a href="#${to}">${bilingual(label)}</a>`).join(' · ')}</nav>\n`,
    '</header>\n',
    pages.length < 2
      ? ''
      : `<nav>\n<h2>${bilingual(headings.pages)}</h2>\n<ul class="pages">\n${contents.join('')}</ul>\n</nav>\n`,
    '<main>\n',
  ].join('')
}

function card(initiative: ExchangeInitiative, numbers: ReadonlyMap<string, number>): string {
  const { name, aliases, kind, owner, place, mentions, pages } = initiative
  const others = aliases.filter((alias) => alias !== name)
  const lines = [
    [kind, owner, place]
      .flatMap((part) => (part === undefined || part === '' ? [] : [escapeHtml(part)]))
      .join(' · '),
    others.length === 0 ? '' : `又称:${escapeHtml(others.join('、'))}`,
    `${mentions} 处提及 · ${pageLinks(pages.map((path) => numbers.get(path) ?? 0))}`,
  ]
  const paragraphs = lines.filter((line) => line !== '').map((line) => `<p>${line}</p>`)
  return `<li><strong>${escapeHtml(name)}</strong>${paragraphs.join('')}</li>\n`
}

/** Links by the numbers of pages. */
function pageLinks(pages: readonly number[]): string {
  const links = pages.filter((page) => page > 0).map((page) => `<a href="#p${page}">${page}</a>`)
  return `版面 ${links.join('、')}`
}

export function htmlClosing(
  { versions, initiatives, pages }: WriteContext,
  index: EntityIndex,
  { labels }: HtmlLook,
): string {
  const numbers = new Map(pages.map((path, i) => [path, i + 1]))
  const types = index.entries()
  const lists = types.map(([type, entries]) => {
    const items = entries.map(
      ({ name, count, pages }) =>
        `<li>${escapeHtml(name)} <span class="soft">${count > 1 ? `×${count} · ` : ''}${pageLinks(pages)}</span></li>\n`,
    )
    return `<h3 class="minor">${bilingual(labels.type(type))}</h3>\n<ul class="names">\n${items.join('')}</ul>\n`
  })
  const version = Object.entries(versions).map(([key, value]) => `${key} ${value}`)
  return [
    '</main>\n',
    initiatives.length === 0
      ? ''
      : `<section id="initiatives">\n<h2>${bilingual(headings.initiatives)}</h2>\n<ul class="cards">\n${initiatives.map((each) => card(each, numbers)).join('')}</ul>\n</section>\n`,
    `<section id="index">\n<h2>${bilingual(headings.index)}</h2>\n${lists.join('')}</section>\n`,
    `<footer class="soft">${escapeHtml(version.join(' · '))}</footer>\n</body>\n</html>\n`,
  ].join('')
}
