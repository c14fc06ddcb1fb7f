import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { isLocked, openCorpus, openPanel, view } from '../workbench.ts'

const pages = {
  'one.txt': '驿站启用\n\n本报讯 永州市总工会启用爱心驿站，货车司机在驿站休息。\n',
  'two.txt': '5月10日，长沙市总工会在驿站慰问职工。\n',
}

describe('search', () => {
  let session: Session
  let search: Locator
  before(async () => {
    session = await openSession()
    const { page, folder } = session
    for (const file of fs.readdirSync(folder)) {
      if (file.endsWith('.txt')) fs.rmSync(path.join(folder, file))
    }
    for (const [name, text] of Object.entries(pages)) {
      fs.writeFileSync(path.join(folder, name), text)
    }
    await openCorpus(session)
    await openPanel(page, 'Biaozhu')
    search = view(page, 'Search')
    await search.waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  const rows = () => search.locator('.monaco-list-row')
  const rowOf = (words: string) => rows().and(session.page.locator(`[aria-label*="${words}"]`))
  /** A place by how its line begins, without the blanks that put what was found into one column. */
  const place = (begins: string) =>
    rows().filter({
      has: session.page.locator('.label-name', { hasText: new RegExp(`^\\s*${begins}`) }),
    })
  const message = (words: string) => search.locator('.message', { hasText: words }).waitFor()
  const box = () => session.page.locator('.quick-input-widget input[type=text]')
  const lines = () => session.page.locator('.quick-input-list .monaco-list-row')
  const statuses = (name: string): readonly string[] => {
    const file = path.join(session.folder, `${name}.anno.jsonl`)
    if (!fs.existsSync(file)) return []
    const records = fs.readFileSync(file, 'utf8').trim().split('\n')
    return records.flatMap((line) => {
      const { type, status } = JSON.parse(line)
      return status === undefined ? [] : `${type} ${status}`
    })
  }
  /** By the button in the view's title; its key stands behind its name. */
  async function openBox(): Promise<void> {
    await search.locator('.pane-header').hover()
    await search.locator('.action-label[aria-label^="Search…"]').click()
  }
  async function ask(query: string): Promise<void> {
    await openBox()
    await box().fill(query)
    await lines()
      .filter({ hasText: `Search for ${query}` })
      .waitFor()
    await session.page.keyboard.press('Enter')
  }

  it('finds a word, page by page, and opens the place', async () => {
    const { page } = session
    await ask('驿站')
    await message('Places: 4, pages: 2')
    await rowOf('one.txt, 3').waitFor()
    await place('驿站启用').waitFor()
    await rowOf('two.txt, 1').locator('.monaco-tl-twistie').click()
    await place('，长沙市总工会在驿站慰问').click()
    await page.locator('.tab.active', { hasText: 'two' }).waitFor()
    await page.locator('.statusbar-item', { hasText: '2 selected' }).waitFor()
    await page.screenshot({ path: '.test/search.png' })
  })

  it('offers keys and values, remembers queries, and says where one is wrong', async () => {
    const { page } = session
    await openBox()
    await box().fill('驿站 ty')
    await lines().filter({ hasText: 'type:' }).filter({ hasText: 'mentions of this type' }).click()
    await passes(async () => assert.equal(await box().inputValue(), '驿站 type:'))
    await page.keyboard.type('Org')
    await lines().filter({ hasText: 'Organization' }).click()
    await passes(async () => assert.equal(await box().inputValue(), '驿站 type:Organization '))
    await page.screenshot({ path: '.test/search-box.png' })
    await box().fill('near:3')
    await lines().filter({ hasText: 'nothing is looked for' }).waitFor()
    await box().fill('驿')
    await lines()
      .filter({ hasText: /^驿站$/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await ask('没有的词')
    await message('Nothing was found.')
  })

  it('searches the selection', async () => {
    const { page } = session
    await page.locator('.tab', { hasText: 'two' }).click()
    await isLocked(page)
    await page.locator('.editor-instance .view-line').first().click()
    await page.keyboard.press('Control+Home')
    for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+Alt+f')
    await message('Places: 1, pages: 1')
    await place('5月10日').waitFor()
  })

  it('marks the ticked places in one step, with preview, and takes it back', async () => {
    const { page } = session
    await ask('驿站')
    await message('Places: 4, pages: 2')
    for (const begins of ['驿站启用', '驿站，货车司机在驿站']) {
      await place(begins).locator('.custom-view-tree-node-item-checkbox').click()
    }
    await message('2 checked')
    await chooseInTitle(search, 'Mark Found As…')
    await lines().filter({ hasText: 'Organization' }).first().click()
    await lines().filter({ hasText: 'line 1' }).waitFor()
    await lines().filter({ hasText: 'line 3' }).waitFor()
    await page.screenshot({ path: '.test/search-preview.png' })
    await page.keyboard.press('Enter')
    const marked = ['Organization accepted', 'Organization accepted']
    await passes(() => assert.deepEqual(statuses('one'), marked))
    await search.locator('.message', { hasText: 'checked' }).waitFor({ state: 'hidden' })
    await place('驿站启用').click()
    await search.locator('.monaco-list:focus').waitFor()
    await page.keyboard.press('Control+z')
    await passes(() => assert.deepEqual(statuses('one'), []))
  })
})

/** Chooses in the menu of further actions of a view. */
async function chooseInTitle(of: Locator, item: string): Promise<void> {
  const page = of.page()
  await passes(async () => {
    if (await page.locator('.monaco-menu').first().isVisible()) await page.keyboard.press('Escape')
    await of.locator('.pane-header').hover({ timeout: 10_000 })
    await of
      .locator('.action-label[aria-label="Views and More Actions..."]')
      .click({ timeout: 10_000 })
    await page.getByRole('menuitem', { name: item }).click({ timeout: 10_000 })
  })
}
