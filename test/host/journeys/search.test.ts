/** The view Search as a person uses it, with an interface in English and in Chinese. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { defined } from '../../../server/src/values/defined.ts'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { themeSettings } from '../theme.ts'
import { wordsOf } from '../words.ts'
import { chooseInMenu, openCorpus, openPanel, pressInView, runCommand, view } from '../workbench.ts'

const pages = {
  'one.txt': '驿站启用\n\n本报讯 永州市总工会启用爱心驿站，货车司机在驿站休息。\n',
  'two.txt': '5月10日，长沙市总工会在驿站慰问职工。\n',
}

const languages = [
  { locale: undefined, theme: 'Light Modern', organization: 'Organization' },
  { locale: 'zh-cn', theme: 'Dark Modern', organization: '组织' },
] as const

for (const { locale, theme, organization } of languages) {
  const language = locale ?? 'en'
  const { title, said } = wordsOf(locale)

  describe(`search, interface in ${language}`, () => {
    let session: Session
    let search: Locator
    before(async () => {
      session = await openSession({ ...defined({ locale }), settings: themeSettings(theme) })
      const { page, folder } = session
      for (const file of fs.readdirSync(folder)) {
        if (file.endsWith('.txt')) fs.rmSync(path.join(folder, file))
      }
      for (const [name, text] of Object.entries(pages)) {
        fs.writeFileSync(path.join(folder, name), text)
      }
      await openCorpus(session)
      await openPanel(page, title('container'))
      search = view(page, title('view.search'))
      await search.waitFor()
      // What is above it is closed, so that all lines are in sight.
      for (const name of ['view.initiatives', 'view.review', 'view.entities']) {
        const header = view(page, title(name)).locator('.pane-header')
        await passes(async () => {
          if ((await header.getAttribute('aria-expanded')) === 'true') await header.click()
          assert.equal(await header.getAttribute('aria-expanded'), 'false')
        })
      }
    })
    afterEach(function () {
      return picture(session, this.currentTest)
    })
    after(() => session?.close())

    const rows = () => search.locator('.monaco-list-row')
    /** A group by its name and number, as they are said. */
    const group = (words: string) =>
      rows().and(session.page.locator(`[aria-label*="${words}"][aria-level="1"]`))
    /** A place by how its line begins, without the blanks that put what was found into one column. */
    const place = (begins: string) =>
      rows().filter({
        has: session.page.locator('.label-name', { hasText: new RegExp(`^\\s*${begins}`) }),
      })
    const message = (words: string) => search.locator('.message', { hasText: words }).waitFor()
    const box = () => session.page.locator('.quick-input-widget input[type=text]')
    const lines = () => session.page.locator('.quick-input-list .monaco-list-row')
    const line = (words: string) => lines().filter({ hasText: words }).first()
    const shot = (name: string) =>
      session.page.screenshot({ path: `.test/search-${name}-${language}.png` })
    const statuses = (name: string): readonly string[] => {
      const file = path.join(session.folder, `${name}.anno.jsonl`)
      if (!fs.existsSync(file)) return []
      const records = fs.readFileSync(file, 'utf8').trim().split('\n')
      return records.flatMap((each) => {
        const { type, status } = JSON.parse(each)
        return status === undefined ? [] : `${type} ${status}`
      })
    }
    const isSelected = (characters: number) =>
      session.page
        .locator('#status\\.editor\\.selection', {
          hasText: new RegExp(`\\(\\D*${characters}\\D*\\)`),
        })
        .waitFor()
    /** By the button in the view's title; its key stands behind its name. */
    async function openBox(): Promise<void> {
      await search.locator('.pane-header').hover()
      await search.locator(`.action-label[aria-label^="${title('command.searchCorpus')}"]`).click()
    }
    async function write(query: string): Promise<void> {
      await box().fill(query)
      await lines()
        .and(session.page.locator('[data-index="0"]'))
        .filter({ hasText: query + said('Search') })
        .waitFor()
    }
    async function ask(query: string): Promise<void> {
      await openBox()
      await write(query)
      await session.page.keyboard.press('Enter')
    }
    /** Chooses in the menu of further actions of the view. */
    async function chooseInTitle(item: string): Promise<void> {
      const { page } = session
      await passes(async () => {
        if (await page.locator('.monaco-menu').first().isVisible()) {
          await page.keyboard.press('Escape')
        }
        await search.locator('.pane-header').hover({ timeout: 10_000 })
        await search.locator('.pane-header .codicon-toolbar-more').click({ timeout: 10_000 })
        await page.getByRole('menuitem', { name: item }).waitFor({ timeout: 5000 })
      })
      await chooseInMenu(page, new RegExp(`^${item}`))
    }
    async function arrange(choice: string): Promise<void> {
      await pressInView(search, title('command.arrangeSearch'))
      await line(choice).click()
    }

    it('is in the palette, finds a word page by page, and Enter opens a place', async () => {
      const { page } = session
      await runCommand(page, `${title('category')}: ${title('command.searchCorpus')}`)
      await write('驿站')
      await page.keyboard.press('Enter')
      await message(said('Places: {0}, pages: {1}', 4, 2))
      await group('one.txt, 3').waitFor()
      await place('驿站启用').waitFor()
      await group('two.txt, 1').locator('.monaco-tl-twistie').click()
      await place('，长沙市总工会在驿站慰问').waitFor()
      await shot('found')
      await group('two.txt, 1').locator('.label-name').click()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.locator('.tab.active', { hasText: 'two' }).waitFor()
      await isSelected(2)
    })

    it('searches the selection', async () => {
      const { page } = session
      const unlock = `.editor-actions .action-label[aria-label*="${title('command.unlockPage')}"]`
      await page.locator(unlock).waitFor()
      await page.locator('.editor-instance .view-line').first().click()
      await page.keyboard.press('Control+Home')
      for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
      await isSelected(5)
      await page.keyboard.press('Control+Alt+f')
      await message(said('Places: {0}, pages: {1}', 1, 1))
      await place('5月10日').waitFor()
    })

    it('offers keys and values, remembers queries, and says where one is wrong', async () => {
      const { page } = session
      await openBox()
      await box().fill('驿站 ty')
      await lines()
        .filter({ hasText: /^type:/ })
        .click()
      await passes(async () => assert.equal(await box().inputValue(), '驿站 type:'))
      await page.keyboard.type('Org')
      await line('Organization').click()
      await passes(async () => assert.equal(await box().inputValue(), '驿站 type:Organization '))
      await shot('box')
      const wrong = said('near: needs two words')
      const where = said('{0} (at character {1}: {2})', wrong, 4, 'near:3')
      await box().fill('驿站 near:3')
      await line(where).waitFor()
      await shot('wrong')
      await page.keyboard.press('Enter')
      await message(where)
      await openBox()
      await box().fill('驿')
      await lines()
        .filter({ has: page.locator('.label-name', { hasText: /^驿站$/ }) })
        .waitFor()
      await page.keyboard.press('Escape')
      await ask('没有的词')
      await message(said('Nothing was found.'))
    })

    it('is in groups by what is chosen, and in order by what stands before or behind', async () => {
      await ask('驿站')
      await message(said('Places: {0}, pages: {1}', 4, 2))
      await arrange(said('By type'))
      await group(`${said('In no mention')}, 3`).waitFor()
      await shot('types')
      await arrange(said('Without groups'))
      // What was found is in the middle of the line, and may stand in it more than once.
      const behind = () =>
        rows()
          .locator('.label-name')
          .evaluateAll((lines) =>
            lines.map((each) =>
              each.querySelector('.highlight')?.nextSibling?.textContent?.charAt(0),
            ),
          )
      await passes(async () => assert.deepEqual(await behind(), ['启', '，', '休', '慰']))
      await arrange(said('By what stands behind'))
      await passes(async () => assert.deepEqual(await behind(), ['，', '休', '启', '慰']))
      await arrange(said('By what stands before'))
      await passes(async () => assert.deepEqual(await behind(), ['启', '慰', '休', '，']))
      await shot('sorted')
      await arrange(said('In the order of the pages'))
      await arrange(said('By page'))
      await group('one.txt, 3').waitFor()
    })

    it('lists what stands beside it', async () => {
      const { page } = session
      await chooseInTitle(title('command.collocateCharacters'))
      await line(said('beside it: {0} ({1} before, {2} behind), of {3}', 2, 2, 0, 2)).waitFor()
      await shot('beside')
      await page.keyboard.press('Escape')
    })

    it('marks the ticked places in one step, with preview, and takes it back', async () => {
      const { page } = session
      for (const begins of ['驿站启用', '驿站，货车司机在驿站']) {
        await place(begins).locator('.custom-view-tree-node-item-checkbox').click()
      }
      const ticked = search.locator('.pane-header .description', {
        hasText: said('{0} checked', 2),
      })
      await ticked.waitFor()
      await chooseInTitle(title('command.markFound'))
      await line(organization).click()
      for (const number of [1, 3]) await line(said('line {0}', number)).waitFor()
      await shot('preview')
      await page.keyboard.press('Enter')
      const marked = ['Organization accepted', 'Organization accepted']
      await passes(() => assert.deepEqual(statuses('one'), marked))
      await ticked.waitFor({ state: 'hidden' })
      await group('one.txt, 3').focus()
      await search.locator('.monaco-list').focus()
      await page.keyboard.press('Control+z')
      await passes(() => assert.deepEqual(statuses('one'), []))
    })

    it('is written as a table', async () => {
      const { page, data } = session
      await chooseInTitle(title('command.exportFound'))
      await line('CSV').click()
      const file = path.join(data, 'found.csv')
      await passes(async () => {
        await box().fill(file)
        await page.waitForTimeout(500)
        assert.equal(await box().inputValue(), file)
      })
      await page.locator('.quick-input-widget .quick-input-action').first().click()
      const done = said('Lines written to {0}: {1}', 'found.csv', 4)
      await page.locator('.notification-toast', { hasText: done }).waitFor()
      const written = fs.readFileSync(file, 'utf8')
      assert.match(written, /^\ufeff?page,line,/)
      assert.match(written, /长沙市总工会在.*驿站.*慰问职工/)
    })
  })
}
