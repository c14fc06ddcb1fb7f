/** The parts of VS Code's window that journeys look at and touch. */
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { passes } from '../eventually.ts'
import type { Session } from './session.ts'

/** Opens the copy of `seeds/` and waits for its files to be listed. */
export async function openCorpus({ page, url, folder }: Session): Promise<void> {
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`)
  await page.getByRole('treeitem', { name: 'corpus.json' }).waitFor({ timeout: 60_000 })
}

/** Opens a page as a person does who knows the beginning of its name. */
export async function openPage(page: Page, prefix: string): Promise<void> {
  // Until the list is filtered, a page that was opened before stands first.
  const first = page.locator('.quick-input-list .monaco-list-row[data-index="0"]')
  await inBox(page, ['Control+P'], prefix, async () => {
    await first.filter({ hasText: prefix }).waitFor({ timeout: soon })
    await page.keyboard.press('Enter')
    await page.locator('.tab.active', { hasText: prefix }).waitFor({ timeout: soon })
  })
}

/** Waits until the page in front is locked, as the sign in its title says. */
export async function isLocked(page: Page): Promise<void> {
  await page.locator('.editor-actions .action-label[aria-label*="Unlock Page"]').waitFor()
}

/** Waits until the page in front can be edited. */
export async function isUnlocked(page: Page): Promise<void> {
  await page.locator('.editor-actions .action-label[aria-label*="Lock Page"]').waitFor()
}

/** A name as it stands in the editor: the piece of its line that has a look of its own. */
export function name(page: Page, text: string): Locator {
  return page
    .locator('.editor-instance .view-line span span')
    .filter({ hasText: exactly(text) })
    .first()
}

/** Chooses a command by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await inBox(page, ['F1'], `>${title}`, () => lineOf(page, title).click({ timeout: soon }))
}

/** Chooses a theme by the name that a person reads. */
export async function chooseTheme(page: Page, theme: string): Promise<void> {
  await inBox(page, ['Control+K', 'Control+T'], theme, () =>
    lineOf(page, theme).click({ timeout: soon }),
  )
  await page.locator(box).waitFor({ state: 'hidden' })
}

const box = '.quick-input-widget input[type=text]'
/** Milliseconds after which a person would look what has become of a box. */
const soon = 10_000

/**
 * Types into the box that keys open, and chooses in it. What the window does meanwhile, such as closing a dialog, may take the box
 * away: then the keys are pressed again.
 */
async function inBox(
  page: Page,
  keys: readonly string[],
  text: string,
  choose: () => Promise<void>,
): Promise<void> {
  let isAsked = false
  await passes(async () => {
    // At first an open box is one that closes.
    if (!isAsked || (await page.locator(box).isHidden())) {
      for (const key of keys) await page.keyboard.press(key)
    }
    isAsked = true
    await page.locator(box).fill(text, { timeout: soon })
    await choose()
  })
}

function lineOf(page: Page, label: string): Locator {
  const rows = page.locator('.quick-input-list .monaco-list-row')
  return rows.filter({ has: page.locator('.label-name', { hasText: exactly(label) }) })
}

/** Moves the pointer to a name and gives what the card says. */
export async function cardOf(page: Page, text: string): Promise<string> {
  return (await cardWith(page, text)).innerText()
}

/** Moves the pointer to a name and gives its card. */
export async function cardWith(page: Page, text: string): Promise<Locator> {
  const card = page.locator('.monaco-hover-content', { hasText: text }).first()
  await name(page, text).hover()
  await card.waitFor()
  return card
}

/** Colours of the pieces of text that are on the screen, as `rgb(255, 143, 82)`. */
export function colours(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const pieces = document.querySelectorAll('.editor-instance .view-line span span')
    return [...new Set([...pieces].map((piece) => getComputedStyle(piece).color))]
  })()`)
}

/** Opens a side bar by its name in the activity bar. */
export async function openPanel(page: Page, name: string): Promise<void> {
  const label = page.locator(`.action-label[aria-label^="${name}"]`)
  const item = page.locator('.activitybar .action-item').filter({ has: label })
  const open = item.and(page.locator('.checked'))
  await item.waitFor()
  // A click on what is open closes it, and a window that starts opens in its own time what was open; the badge lies over the label.
  await passes(async () => {
    if (await open.isHidden()) await item.click({ timeout: soon })
    await open.waitFor({ timeout: 2000 })
  })
}

/** A view of the side bar, by the title that a person reads. */
export function view(page: Page, title: string): Locator {
  return page
    .locator('.sidebar .pane')
    .filter({ has: page.locator('.pane-header', { hasText: title }) })
}

/** What a panel of ours shows: a webview is a page in a page in the window. */
export function panelFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
}

/** Presses a button in the title of a view; behind it may be a menu, in which `item` is chosen. */
export async function pressInView(view: Locator, button: string, item?: string): Promise<void> {
  const page = view.page()
  const menu = page.locator('.monaco-menu').first()
  await passes(async () => {
    // A menu that has just opened may take no click, and then lies over the button.
    if (await menu.isVisible()) await page.keyboard.press('Escape')
    await view.locator('.pane-header').hover({ timeout: soon })
    await view.locator(`.action-label[aria-label="${button}"]`).click({ timeout: soon })
    if (item === undefined) return
    // What is chosen already has a check mark.
    const line = page.getByRole('menuitem', { name: new RegExp(`^(?:✓ )?${escaped(item)}$`) })
    await line.click({ timeout: soon })
    await line.waitFor({ state: 'hidden', timeout: soon })
  })
}

/** Chooses a line of the menu that opens: one that has just opened may take no click, so it is clicked until it is gone. */
export async function chooseInMenu(page: Page, item: RegExp): Promise<void> {
  const line = page.getByRole('menuitem', { name: item })
  await line.waitFor()
  await passes(async () => {
    if (await line.isVisible()) await line.click({ timeout: soon })
    await line.waitFor({ state: 'hidden', timeout: 1000 })
  })
}

/** Opens a menu within the menu that is open. */
export async function openSubmenu(page: Page, item: RegExp): Promise<void> {
  const line = page.getByRole('menuitem', { name: item })
  await passes(async () => {
    await line.click({ timeout: soon })
    await page.locator('.monaco-submenu').waitFor({ timeout: 1000 })
  })
}

/** A line of a view by its label; a long list only holds the lines that are in sight, so it is scrolled to. */
export async function row(list: Locator, label: string): Promise<Locator> {
  const page = list.page()
  const text = page.locator('.label-name', { hasText: exactly(label) })
  const found = list.locator('.monaco-list-row').filter({ has: text }).first()
  await list.locator('.monaco-list-row').first().waitFor()
  // A tooltip may lie over the list until the pointer has left what it belongs to.
  await list.locator('.monaco-list').hover({ force: true })
  // By less than a view of its least height, for what is not in sight is not there. Lines that come meanwhile may be
  // above by then: it is looked through once more.
  for (let i = 0; i < 600 && (await found.count()) === 0; i++) {
    await page.mouse.wheel(0, i % 200 === 0 ? -100_000 : 100)
    await page.waitForTimeout(i % 200 === 0 ? 300 : 50)
    // Further up than the last row, so that there is room for what opens below it.
    if (i % 200 > 0 && (await found.count()) > 0) await page.mouse.wheel(0, 50)
  }
  // A line of which an edge alone is in sight lies under the header of the next view, or under the line that stays on top.
  for (let i = 0; i < 20 && (await found.count()) > 0; i++) {
    const over = await outOfSight(found)
    if (over === 0) break
    await page.mouse.wheel(0, Math.sign(over) * Math.max(60, 2 * Math.abs(over)))
    await page.waitForTimeout(50)
  }
  return found
}

/** Pixels by which a line is below its list, or, less than 0, above what is seen of it. */
function outOfSight(line: Locator): Promise<number> {
  return line.evaluate((element) => {
    const list = element.closest('.monaco-list')
    const sticky = list?.querySelector('.monaco-tree-sticky-container')
    const { top, bottom } = list.getBoundingClientRect()
    const place = element.getBoundingClientRect()
    const first = Math.max(top, sticky?.getBoundingClientRect().bottom ?? top)
    return place.top < first ? place.top - first : Math.max(0, place.bottom - bottom)
  })
}

function exactly(text: string): RegExp {
  return new RegExp(`^${escaped(text)}$`)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
