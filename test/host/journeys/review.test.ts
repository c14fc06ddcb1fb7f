import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import {
  isLocked,
  name,
  openCorpus,
  openPage,
  openPanel,
  pressInView,
  runCommand,
  view,
} from '../workbench.ts'

const text = '本报讯 永州市总工会开展“安康杯”竞赛活动。\n5月10日，长沙市总工会慰问职工。\n'

describe('the review', () => {
  let session: Session
  let review: Locator
  before(async () => {
    session = await openSession()
    const { page, folder } = session
    for (const file of fs.readdirSync(folder)) {
      if (file.endsWith('.txt')) fs.rmSync(path.join(folder, file))
    }
    fs.writeFileSync(path.join(folder, 'short.txt'), text)
    await openCorpus(session)
    await sign('○')
    await openPage(page, 'short')
    await isLocked(page)
    await name(page, '永州市总工会').waitFor()
    review = view(page, 'Review')
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  const rows = () => review.locator('.monaco-list-row')
  const rowOf = (words: string) => rows().and(session.page.locator(`[aria-label*="${words}"]`))
  const statuses = (): readonly string[] => {
    const file = path.join(session.folder, 'short.anno.jsonl')
    if (!fs.existsSync(file)) return []
    const lines = fs.readFileSync(file, 'utf8').trim().split('\n')
    return lines.flatMap((line) => JSON.parse(line).status ?? [])
  }
  /** Waits for the sign of the page in the list of files: what the editor adds behind its name. */
  const sign = (wanted: string) =>
    passes(async () => {
      const signs = await session.page.evaluate(`(() => {
        const labels = document.querySelectorAll('.explorer-folders-view .monaco-icon-label')
        return [...labels].map((label) => getComputedStyle(label, '::after').content)
      })()`)
      assert.ok(Array.isArray(signs) && signs.includes(`"${wanted}"`), String(signs))
    })
  /** The colour of the name of the page in front. */
  const colour = () =>
    session.page.evaluate(
      `getComputedStyle(document.querySelector('.tab.active .label-name')).color`,
    )
  /** What is said of the page in front, where the editor has its own sign of a locked one in the lists. */
  const stateOf = (wanted: string) =>
    session.page.locator('.statusbar-item', { hasText: wanted }).waitFor()
  const progress = (words: string) =>
    session.page.locator(`.statusbar-item [aria-label^="${words}"]`).waitFor()

  it('has a page that nobody has touched, and says how much of it is decided', async () => {
    await stateOf('○ 0/4')
    await progress('0 of 4 on this page decided')
  })

  it('lists the suggestions of a page, each with type and confidence', async () => {
    const { page } = session
    await openPanel(page, 'Biaozhu')
    await review.waitFor()
    await rows().filter({ hasText: 'short' }).first().click()
    await page.keyboard.press('ArrowRight')
    await rowOf('永州市总工会, suggested, Organization').waitFor()
    await rowOf('5月10日, suggested, Date').waitFor()
  })

  it('accepts those that are checked in one step', async () => {
    for (const words of ['永州市总工会, suggested', '5月10日, suggested']) {
      await rowOf(words).locator('.custom-view-tree-node-item-checkbox').click()
    }
    await review.locator('.pane-header .description', { hasText: '2 checked' }).waitFor()
    await review.locator('.pane-header').hover()
    await review.locator('.action-label[aria-label="Accept Checked Suggestions"]').click()
    await passes(() => assert.deepEqual(statuses(), ['accepted', 'accepted']))
    await rowOf('永州市总工会, suggested').waitFor({ state: 'detached' })
    await review
      .locator('.pane-header .description', { hasText: 'checked' })
      .waitFor({ state: 'hidden' })
    await progress('2 of 4 on this page decided')
    await stateOf('◐ 2/4')
  })

  it('takes the keys of the editor for the line that is chosen', async () => {
    const { page } = session
    const line = rowOf('长沙市总工会, suggested')
    await line.locator('.monaco-icon-label').click()
    await review.locator('.monaco-list:focus').waitFor()
    await page.keyboard.press('Alt+Backspace')
    await line.waitFor({ state: 'detached' })
    await passes(() => assert.equal(statuses().filter((each) => each === 'rejected').length, 1))
    await page.keyboard.press('Control+z')
    await line.waitFor()
  })

  it('can be grouped, and filtered by type', async () => {
    const { page } = session
    await pressInView(review, 'Group By', 'Group by Confidence, over All Pages')
    await rows().filter({ hasText: '%' }).first().waitFor()
    await pressInView(review, 'Group By', 'Group by Place on the Page')
    await pressInView(review, 'Filter Review…')
    const choices = page.locator('.quick-input-list .monaco-list-row')
    for (const type of ['Initiative', 'Date']) {
      const label = page.locator('.label-name', { hasText: new RegExp(`^${type}$`) })
      await choices.filter({ has: label }).click()
    }
    await page.keyboard.press('Enter')
    await review.locator('.pane-header .description', { hasText: 'Organization' }).waitFor()
    await pressInView(review, 'Clear Filter of Review')
    await review
      .locator('.pane-header .description', { hasText: 'Organization' })
      .waitFor({ state: 'hidden' })
  })

  it('asks before a page is done on which something is open', async () => {
    const { page } = session
    await page.locator('.tab.active', { hasText: 'short' }).click()
    await runCommand(page, 'Biaozhu Review: Page Is Done')
    const dialog = page.locator('.monaco-dialog-box')
    await dialog.filter({ hasText: /Suggestions: \d/ }).waitFor()
    await page.keyboard.press('Escape')
    const before = await colour()
    await runCommand(page, 'Biaozhu Review: Page Is Done')
    await dialog.getByRole('button', { name: 'Page Is Done' }).click()
    await stateOf('✓ 2/4')
    await passes(async () => assert.notEqual(await colour(), before))
    await page.locator('.tab.active', { hasText: 'short' }).click()
    await runCommand(page, 'Biaozhu Review: Reopen Page')
    await stateOf('◐ 2/4')
    await passes(async () => assert.equal(await colour(), before))
  })

  it('has the sign of a page in the list of files again when the page is closed', async () => {
    const { page } = session
    await page.locator('.tab.active', { hasText: 'short' }).click()
    await runCommand(page, 'View: Close Editor')
    await page.keyboard.press('Control+Shift+E')
    await sign('◐')
  })

  it('offers the name of a mark wherever else it stands, and marks it there', async () => {
    const { page, folder } = session
    const file = path.join(folder, 'names.anno.jsonl')
    const quotes = (): readonly string[] =>
      fs.existsSync(file)
        ? [...fs.readFileSync(file, 'utf8').matchAll(/"quote":\["([^"]+)"\]/g)].map(
            ([, q]) => q ?? '',
          )
        : []
    fs.writeFileSync(path.join(folder, 'names.txt'), '蓝鹊\n说起蓝鹊，人人点头。\n')
    await page.getByRole('treeitem', { name: 'names.txt' }).dblclick()
    await page.locator('.tab.active', { hasText: 'names' }).waitFor()
    await page.locator('#status\\.editor\\.mode', { hasText: 'Newspaper' }).waitFor()
    // The server knows the page when its state is said.
    await stateOf('○ 0/')
    await isLocked(page)
    await page.locator('.editor-instance .view-line').first().click()
    for (const key of ['Control+Home', 'Shift+ArrowRight', 'Shift+ArrowRight', "Control+'", '1']) {
      await page.keyboard.press(key)
    }
    const offer = page.locator('.statusbar-item', { hasText: '“蓝鹊”: 1 more' })
    await offer.click()
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '说起蓝鹊' }).waitFor()
    await page.keyboard.press('Enter')
    await passes(() => assert.deepEqual(quotes(), ['蓝鹊', '蓝鹊']))
    await offer.waitFor({ state: 'hidden' })
  })
})
