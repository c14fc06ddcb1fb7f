/** Newspaper, date and page number as the masthead gives them. */
import { defined } from '../values/defined.ts'
import { type Lexicon, wordList } from '../values/lexicon.ts'
import { expressions } from '../values/patterns.ts'
import { isNewspaper } from './lines/furniture.ts'
import type { Part } from './lines/parts.ts'
import type { PageData } from './model.ts'

const rules = expressions('furniture', {
  issueDate: '',
  dateInFigures: '',
  numberOfPage: '',
  numberLine: '',
  numberInLine: '',
  numberInHead: '',
})

/** Only masthead parts are asked: a date in an article says nothing about the issue. */
export function pageDataOf(parts: readonly Part[], lexicon: Lexicon): PageData {
  const lines = parts.filter((part) => part.role === 'masthead').map((part) => part.text)
  const newspaper = lines.find((line) => isNewspaper(line, lexicon))?.replace(/\s/g, '')
  const date = firstIn(lines, (line) => dateIn(line, lexicon))
  const number = firstIn(lines, (line) => numberIn(line, lexicon))
  return defined({ newspaper, date, number })
}

function firstIn<Found>(
  lines: readonly string[],
  find: (line: string) => Found | undefined,
): Found | undefined {
  for (const line of lines) {
    const found = find(line)
    if (found !== undefined) return found
  }
  return undefined
}

function dateIn(line: string, lexicon: Lexicon): string | undefined {
  const { issueDate, dateInFigures } = rules(lexicon)
  const match = issueDate.exec(line) ?? dateInFigures.exec(line)
  if (match === null) return undefined
  const [year, month, day] = match.slice(1).map((text) => numberOf(text, lexicon))
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `第3版`, `A02`, `02 要闻`. */
function numberIn(line: string, lexicon: Lexicon): number | undefined {
  const { numberOfPage, numberLine, numberInLine, numberInHead } = rules(lexicon)
  const match =
    numberOfPage.exec(line) ??
    numberLine.exec(line) ??
    numberInLine.exec(line) ??
    numberInHead.exec(line)
  const number = match?.[1] ?? match?.[2]
  return number === undefined ? undefined : numberOf(number, lexicon)
}

/** `2021`, `二〇二一`, `十一`, `二十二`. */
function numberOf(text: string, lexicon: Lexicon): number {
  if (/^\d+$/.test(text)) return Number(text)
  // One to ten in order; other marks, which stand for zero, have no place among them.
  const numerals = [...wordList(lexicon, 'numerals')]
  const digit = (mark: string | undefined): number => numerals.indexOf(mark ?? '') + 1
  const ten = text.indexOf(numerals[9] ?? '')
  if (ten >= 0) return (ten === 0 ? 1 : digit(text[0])) * 10 + digit(text[ten + 1])
  return [...text].reduce((sum, mark) => sum * 10 + digit(mark), 0)
}
