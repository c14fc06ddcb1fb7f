/** What is scored: the gold pages, the invented ones, their articles, and sentences of Universal NER. */
import { readdirSync, readFileSync } from 'node:fs'
import { type GoldArticle, readGoldArticles } from '../../src/feature/scoring/score-articles.ts'
import type { GoldPage } from '../../src/feature/scoring/score-pages.ts'
import { dataLines } from '../train/data.ts'

const tests = new URL('../../../test/', import.meta.url)

export const gold = pagesIn('gold/')

export const invented = pagesIn('invented/')

/** Each sentence is a page of its own. */
export function sentencesOf(file: string): readonly GoldPage[] {
  return dataLines(file).map((marked, i) => ({ name: `${file}:${i + 1}`, marked }))
}

export function goldArticles(): readonly GoldArticle[] {
  return readGoldArticles(readFileSync(new URL('gold/articles.json', tests), 'utf8')) ?? []
}

function pagesIn(folder: string): readonly GoldPage[] {
  const dir = new URL(folder, tests)
  const files = readdirSync(dir).filter((name) => name.endsWith('.gold.txt'))
  return files.sort().map((name) => {
    return { name, marked: readFileSync(new URL(name, dir), 'utf8') }
  })
}
