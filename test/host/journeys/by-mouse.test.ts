/** From an unknown folder of pages to a workbook, with the mouse alone: clicks, right clicks, a drag, the wheel. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { picture } from '../session.ts'
import { isDone, languages, openUnknown, placeOf, type Way, workbookRows } from '../whole-way.ts'
import { cardWith, chooseInMenu, name, openSubmenu } from '../workbench.ts'

for (const language of languages) {
  describe(`the whole way by the mouse, interface in ${language ?? 'en'}`, () => {
    let way: Way
    before(async () => {
      way = await openUnknown(language, 'by-mouse')
    })
    afterEach(function () {
      return picture(way.session, this.currentTest)
    })
    after(() => way?.session.close())

    const title = (key: string): RegExp => beginsWith(way.words.title(key))
    /** Opens the menu of the editor on a name. */
    const rightClick = (words: string) => name(way.session.page, words).click({ button: 'right' })
    const box = () => way.session.page.locator('.quick-input-widget')
    const isSelected = (length: number) =>
      way.session.page
        .locator('#status\\.editor\\.selection', { hasText: `(${length} selected)` })
        .waitFor()
    /** A line of the box that asks, by how it begins; the wheel brings what is below. */
    const choose = async (placeholder: string, label: string): Promise<void> => {
      const { page } = way.session
      await page.getByPlaceholder(placeholder).waitFor()
      const named = page.locator('.label-name', { hasText: beginsWith(label) })
      const line = box().locator('.monaco-list-row').filter({ has: named }).first()
      await passes(async () => {
        if ((await line.count()) === 0) {
          await box().locator('.quick-input-list').hover({ timeout: 5000 })
          await page.mouse.wheel(0, 100)
        }
        await line.click({ timeout: 1000 })
      })
    }

    it('the folder is asked about, and its first page shows its marks', async () => {
      const { session, words, look } = way
      const { page } = session
      const toast = page.locator('.notification-toast')
      const show = toast.getByRole('button', { name: words.said('Show Marks') })
      await show.click({ timeout: 120_000 })
      await page.locator('.tab.active', { hasText: 'a.txt' }).waitFor()
      await name(page, '永州市总工会').waitFor()
      await look('1-marks')
    })

    it('a right click accepts, and rejects', async () => {
      const { session, decided, look } = way
      await rightClick('永州市总工会')
      await session.page.getByRole('menuitem', { name: title('command.accept') }).waitFor()
      await look('2-menu')
      await chooseInMenu(session.page, title('command.accept'))
      await passes(() => assert.deepEqual(decided(), ['accepted Organization 永州市总工会']))
      await rightClick('5月10日')
      await chooseInMenu(session.page, title('command.reject'))
      await passes(() =>
        assert.deepEqual(decided(), [
          'accepted Organization 永州市总工会',
          'rejected Date 5月10日',
        ]),
      )
      // The next suggestion is selected: 长沙市总工会.
      await isSelected(6)
    })

    it('what is drawn over is marked by Mark As', async () => {
      const { session, decided, look } = way
      const { page } = session
      const { left, right, middle } = await placeOf(page, '助企春风')
      await page.mouse.move(left + 1, middle)
      await page.mouse.down()
      await page.mouse.move(right - 1, middle, { steps: 5 })
      await page.mouse.up()
      await isSelected(4)
      await page.mouse.click((left + right) / 2, middle, { button: 'right' })
      await openSubmenu(page, title('submenu.markAs'))
      await page.getByRole('menuitem', { name: title('command.markAs.Initiative') }).waitFor()
      await look('3-mark-as')
      await chooseInMenu(page, title('command.markAs.Initiative'))
      await passes(() => assert.ok(decided().includes('accepted Initiative 助企春风')))
    })

    it('a link of the card changes the type', async () => {
      const { session, words, decided, look } = way
      const { page } = session
      // VS Code keeps cards away after a menu until the page is clicked.
      await name(page, '李建国').click()
      await page.mouse.move(250, 5)
      const card = await cardWith(page, '李建国')
      await look('4-card')
      await card.getByText(words.said('Change Type…'), { exact: true }).click()
      await choose(words.said('Key, name or pinyin'), words.title('command.markAs.Role'))
      await passes(() => assert.ok(decided().includes('accepted Role 李建国')))
    })

    it('the page is done, and what is open is rejected', async () => {
      const { session, root, words, look } = way
      const { page } = session
      await rightClick('永州市总工会')
      await openSubmenu(page, title('submenu.review'))
      await chooseInMenu(page, title('command.markDone'))
      const dialog = page.locator('.monaco-dialog-box')
      const button = dialog.locator('.monaco-button', {
        hasText: words.said('Done, and Reject the Rest'),
      })
      await button.waitFor()
      await look('5-done')
      await button.click()
      await isDone(root)
    })

    it('the page goes to a workbook, which says what was decided', async () => {
      const { session, root, words, look } = way
      const { page } = session
      await page.getByRole('treeitem', { name: 'a.txt' }).click({ button: 'right' })
      await chooseInMenu(page, title('command.export'))
      await choose(words.said('Which format?'), 'XLSX')
      await choose(words.said('Which annotations?'), words.said('Accepted only'))
      await choose(words.said('Which text?'), words.said('The page as it is'))
      const here: Locator = box().locator('.quick-input-action', {
        hasText: words.said('Export Here'),
      })
      await here.waitFor()
      await look('6-folder')
      await here.click()
      const file = path.join(root, 'biaozhu.xlsx')
      await passes(() => assert.ok(fs.existsSync(file), fs.readdirSync(root).join()))
      await look('7-exported')
      const rows = workbookRows(file).map((row) => `${row['状态']} ${row['类型']} ${row['文字']}`)
      assert.deepEqual(rows.toSorted(), [
        '已确认 Initiative 助企春风',
        '已确认 Organization 永州市总工会',
        '已确认 Role 李建国',
      ])
    })
  })
}

function beginsWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}
