/** From an unknown folder of pages to a workbook, by the keyboard alone. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { picture } from '../session.ts'
import { isDone, languages, openUnknown, type Way, workbookRows } from '../whole-way.ts'
import { name } from '../workbench.ts'

for (const language of languages) {
  describe(`the whole way by the keyboard, interface in ${language ?? 'en'}`, () => {
    let way: Way
    before(async () => {
      way = await openUnknown(language, 'by-keyboard')
    })
    afterEach(function () {
      return picture(way.session, this.currentTest)
    })
    after(() => way?.session.close())

    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await way.session.page.keyboard.press(key)
    }
    const times = (count: number, key: string) => Array.from({ length: count }, () => key)
    /** Presses a key until what is chosen says this. */
    const pressUntil = (key: string, chosen: Locator) =>
      passes(async () => {
        if (await chosen.isVisible()) return
        await press(key)
        await chosen.waitFor({ timeout: 300 })
      })
    const isSelected = (length: number) =>
      way.session.page
        .locator('#status\\.editor\\.selection', { hasText: `(${length} selected)` })
        .waitFor()
    const first = (text: string) =>
      way.session.page.locator('.quick-input-list .monaco-list-row[data-index="0"]', {
        hasText: text,
      })
    /** Answers a box: what is typed finds the line that is to stand first. */
    const choose = async (placeholder: string, typed: string, line: string): Promise<void> => {
      const { page } = way.session
      await page.getByPlaceholder(placeholder).waitFor()
      await page.keyboard.insertText(typed)
      await first(line).waitFor()
      await press('Enter')
      await page.getByPlaceholder(placeholder).waitFor({ state: 'hidden' })
    }
    const run = async (title: string): Promise<void> => {
      await press('F1')
      await way.session.page.locator('.quick-input-widget input[type=text]').waitFor()
      await way.session.page.keyboard.insertText(title)
      await first(title).waitFor()
      await press('Enter')
    }

    it('the folder is asked about, and its first page shows its marks', async () => {
      const { session, words, look } = way
      const { page } = session
      const toast = page.locator('.notification-toast', { hasText: words.said('Show Marks') })
      await toast.waitFor({ timeout: 120_000 })
      // The list of notifications keeps the question when its toast is gone.
      await press('Control+K', 'Control+Shift+N')
      const focused = page.locator('.monaco-button:focus')
      await pressUntil('Tab', focused.filter({ hasText: exactly(words.said('Show Marks')) }))
      await press('Enter')
      await page.locator('.tab.active', { hasText: 'a.txt' }).waitFor()
      await name(page, '永州市总工会').waitFor()
      await page.locator('.editor-instance .monaco-editor.focused').waitFor()
      await look('1-marks')
    })

    it('Enter accepts, Backspace rejects', async () => {
      const { decided } = way
      await press('Enter')
      await passes(() => assert.deepEqual(decided(), ['accepted Organization 市总工会']))
      await press('Backspace')
      await passes(() =>
        assert.deepEqual(decided(), [
          'accepted Organization 市总工会',
          'rejected Organization 永州市总工会',
        ]),
      )
      // The next suggestion is selected: the 市总工会 in it.
      await isSelected(4)
    })

    it('what is selected is marked by Mark As in the menu', async () => {
      const { session, words, decided, look } = way
      const { page } = session
      await press('Control+Home', 'ArrowDown', 'ArrowDown', ...times(22, 'ArrowRight'))
      await press(...times(4, 'Shift+ArrowRight'), 'Shift+F10')
      const focused = page.locator('.monaco-menu .action-item.focused')
      await pressUntil('ArrowDown', focused.filter({ hasText: words.title('submenu.markAs') }))
      await press('ArrowRight')
      await page.locator('.monaco-submenu').waitFor()
      await look('2-mark-as')
      const inSubmenu = page.locator('.monaco-submenu .action-item.focused')
      const type = words.title('command.markAs.Initiative')
      await pressUntil('ArrowDown', inSubmenu.filter({ hasText: type }))
      await press('Enter')
      await passes(() =>
        assert.ok(decided().includes('accepted Initiative 助企春风'), decided().join()),
      )
    })

    it('Ctrl+. changes the type', async () => {
      const { words, decided, look } = way
      await press('Control+Home', ...times(3, 'ArrowDown'), ...times(19, 'ArrowRight'))
      await press('Control+.')
      await look('3-actions')
      await choose(
        words.said('What is to be done here?'),
        words.said('Change Type…'),
        words.said('Change Type…'),
      )
      const role = words.title('command.markAs.Role')
      await choose(words.said('Key, name or pinyin'), 'role', role)
      await passes(() => assert.ok(decided().includes('accepted Role 李建国'), decided().join()))
    })

    it('the page is done, though something is open', async () => {
      const { session, root, words, look } = way
      const { page } = session
      await run(words.title('command.markDone'))
      await page.locator('.monaco-dialog-box').waitFor()
      await look('4-done')
      const focused = page.locator('.monaco-dialog-box .monaco-button:focus')
      await pressUntil('Tab', focused.filter({ hasText: exactly(words.said('Page Is Done')) }))
      await press('Enter')
      await isDone(root)
    })

    it('the page goes to a workbook, which says what was decided', async () => {
      const { session, words, look } = way
      const { page, data } = session
      await run(words.title('command.export'))
      await choose(words.said('Which format?'), 'xlsx', 'XLSX')
      await choose(words.said('Which pages?'), words.said('This page'), words.said('This page'))
      const accepted = words.said('Accepted only')
      await choose(words.said('Which annotations?'), accepted, accepted)
      await choose(words.said('Which text?'), '', words.said('The page as it is'))
      const box = page.locator('.quick-input-widget', { hasText: words.said('Export Here') })
      await box.waitFor()
      const folder = path.join(data, 'out')
      fs.mkdirSync(folder)
      const input = box.locator('input[type=text]')
      // The dialog fills in the folder it begins with, also over what was typed too early.
      await passes(async () => {
        await press('Control+a')
        await page.keyboard.insertText(`${folder}/`)
        await page.waitForTimeout(500)
        assert.equal(await input.inputValue(), `${folder}/`)
      })
      await look('5-folder')
      await press('Enter')
      const file = path.join(folder, 'biaozhu.xlsx')
      await passes(() => assert.ok(workbookRows(file).length > 0))
      const rows = workbookRows(file).map((row) => `${row['状态']} ${row['类型']} ${row['文字']}`)
      assert.deepEqual(rows.toSorted(), [
        '已确认 Initiative 助企春风',
        '已确认 Organization 市总工会',
        '已确认 Role 李建国',
      ])
    })
  })
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text}$`)
}
