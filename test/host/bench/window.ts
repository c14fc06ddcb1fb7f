/**
 * How long people wait in a real VS Code: from the text of a page to its marks, from a key to the disk, from a key to a box.
 * Prints a table; `npm run bench -- --window` runs it, `BIAOZHU_ROUNDS=5` measures five times as often. All that is seen is
 * seen in the window itself. Only a machine that does nothing else gives figures that say something.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { answered } from '../../eventually.ts'
import { rounds } from '../../rounds.ts'
import { variedPage } from '../../varied/pages.ts'
import { findServer } from '../processes.ts'
import { openSession, type Session } from '../session.ts'
import { isLocked } from '../workbench.ts'

/** Milliseconds. `overEmpty`: what a box of ours may take longer than one of an extension that does nothing else. */
const bars = { marks: 2000, accepted: 50, marked: 100, overEmpty: 30 }

/** What the window has seen, in milliseconds since it was opened; 0 for nothing yet. */
interface Seen {
  /** Of the page that is opened at the start. */
  readonly text: number
  readonly marks: number
  /** The last key. */
  readonly key: number
  /** The first box behind it. */
  readonly box: number
  /** Of the clock of the machine. */
  readonly origin: number
}

/** Milliseconds: nobody decides faster. */
const pause = 200
/** Lines of the plain page in which nothing is suggested. */
const plainLines = 200
/** Folders of journals below that of the users. */
let journals: readonly string[] | undefined
let isAbove = false
for (const pages of [5, 1000]) await measureStart(pages)
await measureKeys()
process.exit(isAbove ? 1 : 0)

/** A corpus is opened with one of its pages in front. */
async function measureStart(pages: number): Promise<void> {
  const session = await openSession()
  try {
    const front = fill(session, pages)
    await watch(session.page)
    const times: number[] = []
    // The first start of an installation looks for what there is.
    for (let round = 0; round <= rounds(5); round++) {
      await session.page.goto(addressOf(session, { openFile: front }))
      const { text, marks } = await seen(session.page, ({ marks }) => marks > 0)
      if (round > 0) times.push(marks - text)
      await end(session)
    }
    print(`${pages.toLocaleString('en')} pages: text → marks`, times, bars.marks)
  } finally {
    await session.close()
  }
}

async function measureKeys(): Promise<void> {
  const session = await openSession()
  try {
    const { page, data } = session
    const front = fill(session, 5)
    fs.writeFileSync(front, plainPage())
    await watch(page)
    const extensionDevelopmentPath = emptyExtension(data)
    await page.goto(addressOf(session, { openFile: front, extensionDevelopmentPath }))
    await seen(page, ({ marks }) => marks > 0)
    await isLocked(page)
    await page.locator('.editor-instance .view-line').first().click()
    await measureBoxes(page)
    await measureAccepting(session)
    await measureMarking(session)
  } finally {
    await session.close()
  }
}

/** Boxes of ours and of an extension that has nothing but a box, in turn. */
async function measureBoxes(page: Page): Promise<void> {
  const times = { empty: [] as number[], types: [] as number[], keys: [] as number[] }
  const ways = [
    ['empty', ['Control+Alt+9']],
    ['types', ["Control+'", "Control+'"]],
    ['keys', ['Shift+Slash']],
  ] as const
  await page.keyboard.press('Control+Home')
  for (let round = 0; round <= rounds(20); round++) {
    for (const [name, keys] of ways) {
      for (const key of keys) await page.keyboard.press(key)
      const { key, box } = await seen(page, (now) => now.box > 0)
      if (round > 0) times[name].push(box - key)
      await page.keyboard.press('Escape')
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
      await page.waitForTimeout(pause)
    }
  }
  const empty = at(times.empty, 0.95)
  print('key → box of an extension that does nothing else', times.empty)
  print('key → box of all types', times.types, empty + bars.overEmpty)
  print('key → legend of keys', times.keys, empty + bars.overEmpty)
}

async function measureAccepting(session: Session): Promise<void> {
  const { page } = session
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Space')
  const times: number[] = []
  for (let round = 0; round <= rounds(30); round++) {
    await page.waitForTimeout(pause)
    const time = await untilConfirmed(session, 'Enter')
    if (round > 0) times.push(time)
  }
  print('accept key → confirmed on disk', times, bars.accepted)
}

/** Two characters of each line of the plain page. */
async function measureMarking(session: Session): Promise<void> {
  const { page } = session
  await page.keyboard.press('Control+End')
  const times: number[] = []
  for (let round = 0; round <= rounds(30) && round < plainLines; round++) {
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.waitForTimeout(pause)
    const time = await untilConfirmed(session, '1')
    if (round > 0) times.push(time)
  }
  print('mark key → confirmed on disk', times, bars.marked)
}

/** From a key to the line of the journal that holds what it has done. */
async function untilConfirmed({ page, data }: Session, key: string): Promise<number> {
  const before = confirmed(data)
  await page.keyboard.press(key)
  for (const end = Date.now() + 60_000; confirmed(data) === before; ) {
    if (Date.now() > end) throw new Error(`${key} confirms nothing`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const now = performance.timeOrigin + performance.now()
  const { key: pressed, origin } = await seen(page, () => true)
  return now - origin - pressed
}

/** How many changes the journals hold: lines that are of a page. */
function confirmed(data: string): number {
  journals ??= fs.globSync('**/journal', { cwd: path.join(data, 'user') })
  return journals.reduce((sum, folder) => {
    const all = fs.readdirSync(path.join(data, 'user', folder))
    return all.reduce((count, file) => {
      const text = fs.readFileSync(path.join(data, 'user', folder, file), 'utf8')
      return count + (text.match(/"page":/g)?.length ?? 0)
    }, sum)
  }, 0)
}

/** Puts so many varied pages into the folder, and gives the one in the middle. */
function fill({ folder }: Session, pages: number): string {
  for (const file of fs.readdirSync(folder)) fs.rmSync(path.join(folder, file), { recursive: true })
  fs.writeFileSync(path.join(folder, 'corpus.json'), '{}')
  const nameOf = (number: number) => path.join(folder, `${String(number).padStart(4, '0')}.txt`)
  for (let number = 0; number < pages; number++) {
    fs.writeFileSync(nameOf(number), variedPage(number, 2000))
  }
  return nameOf(pages >> 1)
}

/** A page with suggestions, and below them lines in which nothing is suggested. */
function plainPage(): string {
  const words = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳'
  const lines = Array.from({ length: plainLines }, (_, i) => {
    const at = (i * 7) % (words.length - 2)
    return words.slice(at, at + 2) + words.charAt(i % words.length)
  })
  return `${variedPage(1, 4000)}\n\n${lines.join('\n')}\n`
}

/** Has nothing but a box on Ctrl+Alt+9. */
function emptyExtension(data: string): string {
  const folder = path.join(data, 'empty')
  fs.mkdirSync(folder, { recursive: true })
  const manifest = {
    name: 'empty',
    publisher: 'bench',
    version: '0.0.0',
    engines: { vscode: '*' },
    main: './index.js',
    activationEvents: ['onStartupFinished'],
    contributes: { keybindings: [{ command: 'empty.box', key: 'ctrl+alt+9' }] },
  }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  fs.writeFileSync(
    path.join(folder, 'index.js'),
    `const { commands, window } = require('vscode')
exports.activate = (context) => context.subscriptions.push(commands.registerCommand('empty.box', () => {
  const box = window.createQuickPick()
  box.items = Array.from({ length: 11 }, (_, i) => ({ label: String(i) }))
  box.onDidHide(() => box.dispose())
  box.show()
}))
`,
  )
  return folder
}

function addressOf({ url, folder }: Session, files: Readonly<Record<string, string>>): string {
  const remote = (file: string) => `vscode-remote://${new URL(url).host}${file}`
  const payload = Object.entries(files).map(([key, file]) => [key, remote(file)])
  return `${url}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`
}

/** Has each document of the page say what it sees, and when. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(`(() => {
    const seen = { text: 0, marks: 0, key: 0, box: 0, origin: performance.timeOrigin }
    window.biaozhuSeen = seen
    addEventListener('keydown', () => Object.assign(seen, { key: performance.now(), box: 0 }), true)
    const look = () => {
      const now = performance.now()
      if (seen.text === 0 && /\\S/.test(document.querySelector('.editor-instance .view-lines')?.textContent ?? '')) seen.text = now
      if (seen.marks === 0 && document.querySelector('.editor-instance .view-line span[class*="ced-"]')) seen.marks = now
      const box = document.querySelector('.quick-input-widget')
      if (seen.key > 0 && seen.box === 0 && box && box.style.display !== 'none') seen.box = now
    }
    new MutationObserver(look).observe(document, {
      subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'style'],
    })
  })()`)
}

/** What the window has seen, as soon as it `fits`. */
function seen(page: Page, fits: (now: Seen) => boolean): Promise<Seen> {
  return answered(
    async () => {
      const now: Seen = await page.evaluate('window.biaozhuSeen')
      return fits(now) ? now : undefined
    },
    () => 'the window never came to that',
  )
}

/** The window is closed, and its server has ended: the next start has the machine for itself. */
async function end({ page, data }: Session): Promise<void> {
  await page.goto('about:blank')
  const server = findServer(data)
  // What was opened in a browser is kept for a window that comes back.
  if (server !== undefined) process.kill(server)
  await answered(
    () => (server === undefined || findServer(data) !== server ? true : undefined),
    () => 'the server does not end',
  )
}

function print(name: string, times: readonly number[], bar?: number): void {
  const [half, most] = [at(times, 0.5), at(times, 0.95)]
  const isOver = bar !== undefined && most > bar
  if (isOver) isAbove = true
  const bound = bar === undefined ? '' : `  bar ${bar.toFixed(0)}${isOver ? ', ABOVE IT' : ''}`
  const numbers = [half, most].map((time) => time.toFixed(0).padStart(7)).join('')
  console.log(`${`${name}, median and p95, ms`.padEnd(68)}${numbers}${bound}`)
}

function at(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil((sorted.length - 1) * part)] ?? Number.NaN
}
