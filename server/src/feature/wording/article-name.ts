/** How people name an article: by its headline, else by its first words. */
import type { Article, Page } from '../../page/model.ts'
import { oneLine } from './markdown.ts'

/** Enough of an article without headline to know it by, in UTF-16 units. */
const firstWords = 24

export function articleName(article: Article): string {
  const title = article.headline ?? article.titleLines[0] ?? ''
  return title.trim() === '' ? firstWordsOf(article.logical.text) : oneLine(title)
}

/** The first words of a text in one line: its first clause, or as much as is short. */
export function firstWordsOf(text: string): string {
  const clause = /^[^,,。;;:::!?!?\n]{4,}/.exec(text.trimStart().slice(0, firstWords + 1))
  return oneLine(clause?.[0] ?? text.trimStart(), firstWords)
}

/** The name of the article in which a mention stands; `undefined` outside all articles. */
export function articleNameAt(page: Page, article: number | undefined): string | undefined {
  const found = article === undefined ? undefined : page.articles[article]
  return found === undefined ? undefined : articleName(found)
}
