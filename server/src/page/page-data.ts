/** Newspaper, date and page number as the masthead gives them. */
import { defined } from '../values/defined.ts'
import { isNewspaper } from './lines/furniture.ts'
import type { Part } from './lines/parts.ts'
import type { PageData } from './model.ts'

const DIGITS = '〇一二三四五六七八九'

/** Only masthead parts are asked: a date in an article says nothing about the issue. */
export function pageDataOf(parts: readonly Part[]): PageData {
  const lines = parts.filter((part) => part.role === 'masthead').map((part) => part.text)
  const newspaper = lines.find(isNewspaper)?.replace(/\s/g, '')
  const date = lines.map(dateIn).find((found) => found !== undefined)
  const number = lines.map(numberIn).find((found) => found !== undefined)
  return {
    ...defined({ newspaper, date, number }),
  }
}

function dateIn(line: string): string | undefined {
  const match =
    /([\d〇○零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日/.exec(
      line,
    ) ?? /(?<!\d)((?:19|20)\d\d)[-./]([01]?\d)[-./]([0-3]?\d)(?!\d)/.exec(line)
  if (match === null) return undefined
  const [year, month, day] = match.slice(1).map(numberOf)
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `第3版`, `A02`, `02 要闻`. */
function numberIn(line: string): number | undefined {
  const match =
    /第\s*([\d一二三四五六七八九十]{1,3})\s*版/.exec(line) ??
    /^[A-D]?(\d{1,2})(?:\s*版)?$/.exec(line) ??
    /(?:^|\s)[A-D]?(\d{1,2})\s*版(?:\s|$)/.exec(line) ??
    /^[A-D]?(0?\d)\s+\p{Script=Han}{2,5}$|^\p{Script=Han}{2,5}\s+[A-D]?(0?\d)$/u.exec(line)
  const number = match?.[1] ?? match?.[2]
  return number === undefined ? undefined : numberOf(number)
}

/** `2021`, `二〇二一`, `十一`, `二十二`. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const digit = (mark: string | undefined): number => Math.max(0, DIGITS.indexOf(mark ?? ''))
  const ten = text.indexOf('十')
  if (ten >= 0) return (ten === 0 ? 1 : digit(text[0])) * 10 + digit(text[ten + 1])
  return [...text.replace(/[○零]/g, '〇')].reduce((sum, mark) => sum * 10 + digit(mark), 0)
}
