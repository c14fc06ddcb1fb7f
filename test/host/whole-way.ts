/** What the journeys from an unknown folder of pages to a workbook have in common, whatever the hands hold. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { defined } from '../../server/src/values/defined.ts'
import { passes } from '../eventually.ts'
import { openSession, type Session } from './session.ts'
import { type Words, wordsOf } from './words.ts'

export const languages = [undefined, 'zh-cn'] as const

/** Of the first page `市总工会` begins the text; `助企春风` is what no recogniser suggests. */
const pages = {
  'a.txt':
    '市总工会助力企业\n\n本报讯 永州市总工会开展“安康杯”竞赛活动，助企春风吹到车间。\n5月10日，长沙市总工会慰问货车司机李建国。\n',
  'b.txt': '职工夜校开课\n\n本报讯 9月1日，永州市总工会举办职工夜校。\n',
}

export interface Way {
  readonly session: Session
  /** The folder, which nothing but the pages is in. */
  readonly root: string
  readonly words: Words
  /** Leaves a picture of the window in `.test/` for whoever wants to look. */
  look(step: string): Promise<void>
  /** What people have said on the first page: `accepted Organization 永州市总工会`, in the order of the text. */
  decided(): readonly string[]
}

/** Opens a window on a folder of pages that is no corpus yet. */
export async function openUnknown(locale: 'zh-cn' | undefined, by: string): Promise<Way> {
  const session = await openSession({
    ...defined({ locale }),
    settings: { 'biaozhu.annotator': '王丽' },
  })
  const root = path.join(session.data, 'unknown')
  fs.mkdirSync(root)
  for (const [file, text] of Object.entries(pages)) fs.writeFileSync(path.join(root, file), text)
  await session.page.goto(`${session.url}/?folder=${encodeURIComponent(root)}`)
  const shots = path.resolve(import.meta.dirname, '../../.test')
  return {
    session,
    root,
    words: wordsOf(locale),
    async look(step) {
      const file = path.join(shots, `${by}-${locale ?? 'en'}-${step}.png`)
      await session.page.screenshot({ path: file })
    },
    decided: () => recordsOf(path.join(root, 'a.anno.jsonl')),
  }
}

function recordsOf(sidecar: string): readonly string[] {
  if (!fs.existsSync(sidecar)) return []
  const lines = fs.readFileSync(sidecar, 'utf8').trim().split('\n')
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === 'span')
    .map(({ status, type, quote }) => `${status} ${type} ${quote.join('')}`)
}

/** Waits until the page says that it is done. */
export function isDone(root: string): Promise<void> {
  return passes(() =>
    assert.match(fs.readFileSync(path.join(root, 'a.anno.jsonl'), 'utf8'), /"what":"done"/),
  )
}

/** Rows of the first sheet of the workbook, each by the headings. */
export function workbookRows(file: string): readonly Readonly<Record<string, string>>[] {
  const sheet = unzipSync(fs.readFileSync(file))['xl/worksheets/sheet1.xml']
  assert.ok(sheet, `${file} has no sheet`)
  const [headings, ...rows] = [...strFromU8(sheet).matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    cellsOf(row),
  )
  return rows.map((cells) =>
    Object.fromEntries(
      [...(headings ?? new Map<string, string>())].map(([column, name]) => [
        name,
        cells.get(column) ?? '',
      ]),
    ),
  )
}

/** By the letters of their columns. */
function cellsOf(row: string): ReadonlyMap<string, string> {
  const cell = /<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>|<v>)(.*?)<\/(?:t|v)>/gs
  return new Map([...row.matchAll(cell)].map(([, column = '', text = '']) => [column, text]))
}

/** Where words stand in the editor, in pixels of the window; they lie in one piece of a line. */
export async function placeOf(
  page: Page,
  words: string,
): Promise<{ readonly left: number; readonly right: number; readonly middle: number }> {
  const found = await page.evaluate(`(() => {
    const lines = document.querySelector('.editor-instance .view-lines')
    const walker = document.createTreeWalker(lines, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.data.indexOf(${JSON.stringify(words)})
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + ${words.length})
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return [left, right, (top + bottom) / 2]
    }
  })()`)
  assert.ok(Array.isArray(found), `“${words}” is not in sight`)
  const [left, right, middle] = found.map(Number)
  return { left: left ?? 0, right: right ?? 0, middle: middle ?? 0 }
}
