/** The view of initiatives: how a person arranges it, confirms in it and takes its list away. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import {
  cardWith,
  chooseInMenu,
  openCorpus,
  openPage,
  openPanel,
  panelFrame,
  pressInView,
  row,
  runCommand,
  view,
} from '../workbench.ts'

const texts = {
  'a.txt': '诸暨市总工会推出“助企十条”。“助企十条”受到欢迎。\n',
  'b.txt': '诸暨市总工会开展“暖企行动”，与“助企十条”一起推进。永州市总工会前来学习。\n',
}

describe('the view of initiatives', () => {
  let session: Session
  let initiatives: Locator
  before(async () => {
    session = await openSession()
    const { page, folder } = session
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    for (const file of fs.readdirSync(folder).filter((each) => each.endsWith('.txt'))) {
      fs.rmSync(path.join(folder, file))
    }
    for (const [file, text] of Object.entries(texts))
      fs.writeFileSync(path.join(folder, file), text)
    await openCorpus(session)
    await openPage(page, 'a.txt')
    await openPanel(page, 'Biaozhu')
    initiatives = view(page, 'Initiatives')
    await (await row(initiatives, '助企十条')).waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  /** Lines in their order: groups, and initiatives below them. */
  const lines = () => initiatives.locator('.monaco-list-row .label-name').allInnerTexts()
  const box = () => session.page.locator('.quick-input-widget input[type=text]')
  const arranged = ['Not confirmed', '暖企行动', '助企十条']

  it('is arranged by status and name, also after the window was loaded again', async () => {
    const { page } = session
    await pressInView(initiatives, 'Group By', 'Group by Status')
    await passes(async () =>
      assert.deepEqual(await lines(), ['Not confirmed', '助企十条', '暖企行动']),
    )
    await pressInView(initiatives, 'Group By', 'Sort by Name')
    await passes(async () => assert.deepEqual(await lines(), arranged))
    // What an extension remembers is written in its own time.
    await page.waitForTimeout(3000)
    await page.reload()
    await openPanel(page, 'Biaozhu')
    await passes(async () => assert.deepEqual(await lines(), arranged))
  })

  it('shows the page in front alone and follows the editor, also after the window was loaded again', async () => {
    const { page } = session
    const title = initiatives.locator('.pane-header .description')
    await openPage(page, 'a.txt')
    await pressInView(initiatives, 'Show Initiatives of This Page Only')
    await title.filter({ hasText: 'This page: a' }).waitFor()
    await passes(async () => assert.deepEqual(await lines(), ['Not confirmed', '助企十条']))
    // Of the page alone, though it is named on another one.
    await (await row(initiatives, '助企十条')).filter({ hasText: '2' }).waitFor()
    await openPage(page, 'b.txt')
    await title.filter({ hasText: 'This page: b' }).waitFor()
    await passes(async () => assert.deepEqual(await lines(), arranged))
    await openPage(page, 'a.txt')
    await passes(async () => assert.deepEqual(await lines(), ['Not confirmed', '助企十条']))
    await page.screenshot({ path: '.test/page-scope.png' })
    // Which page is in front the editor writes every five seconds, when it has nothing else to do.
    await page.waitForTimeout(8000)
    await page.reload()
    await openPanel(page, 'Biaozhu')
    await title.filter({ hasText: 'This page: a' }).waitFor()
    await passes(async () => assert.deepEqual(await lines(), ['Not confirmed', '助企十条']))
    // By the keyboard, all views together.
    await runCommand(page, 'Biaozhu: Switch Views Between This Page and the Corpus')
    const entities = view(page, 'Entities').locator('.pane-header .description')
    await entities.filter({ hasText: 'This page: a' }).waitFor()
    await runCommand(page, 'Biaozhu: Switch Views Between This Page and the Corpus')
    await title.waitFor({ state: 'hidden' })
    await passes(async () => assert.deepEqual(await lines(), arranged))
  })

  it('takes its list away as it is shown', async () => {
    const { page, data } = session
    await pressInView(initiatives, 'Filter Initiatives')
    await box().fill('zqst')
    await passes(async () => assert.deepEqual(await lines(), ['Not confirmed', '助企十条']))
    await page.keyboard.press('Enter')
    await pressInView(initiatives, 'More Actions...', 'Export This List…')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'CSV' }).click()
    const file = path.join(data, 'list.csv')
    await passes(async () => {
      await box().fill(file)
      await page.waitForTimeout(500)
      assert.equal(await box().inputValue(), file)
    })
    await page.keyboard.press('Enter')
    await passes(() => {
      const rows = fs.readFileSync(file, 'utf8').trim().split('\r\n').slice(1)
      assert.equal(rows.length, 1)
      assert.match(rows[0] ?? '', /^Not confirmed,助企十条,/)
    })
    await pressInView(initiatives, 'Clear Filter of Initiatives')
  })

  it('confirms what is ticked in one step, which undo takes back', async () => {
    const { page, folder } = session
    const accepted = () =>
      ['a', 'b'].map((name) => {
        const file = path.join(folder, `${name}.anno.jsonl`)
        const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
        return text.match(/"助企十条"/g)?.length ?? 0
      })
    await passes(async () => assert.deepEqual(await lines(), arranged))
    await (await row(initiatives, '助企十条'))
      .locator('.custom-view-tree-node-item-checkbox')
      .click()
    await initiatives.locator('.pane-header .description', { hasText: '1 checked' }).waitFor()
    await pressInView(initiatives, 'Confirm What Is Checked')
    await passes(() => assert.deepEqual(accepted(), [2, 1]))
    await passes(async () =>
      assert.deepEqual(await lines(), ['Not confirmed', '暖企行动', 'Confirmed', '助企十条']),
    )
    await (await row(initiatives, '暖企行动')).click()
    await page.keyboard.press('Control+z')
    await passes(async () => assert.deepEqual(await lines(), arranged))
    await passes(() => assert.deepEqual(accepted(), [0, 0]))
  })

  it('opens what the initials of its pinyin find', async () => {
    const { page } = session
    await openPage(page, 'a.txt')
    await pressInView(initiatives, 'Filter Initiatives')
    await box().fill('nqxd')
    await passes(async () => assert.deepEqual(await lines(), ['Not confirmed', '暖企行动']))
    await page.keyboard.press('Enter')
    await (await row(initiatives, '暖企行动')).click()
    await page.locator('.tab.active', { hasText: 'b.txt' }).waitFor()
    await pressInView(initiatives, 'Clear Filter of Initiatives')
  })

  it('shows an owner that was corrected, also after the window was loaded again', async () => {
    const { page, folder } = session
    await pressInView(initiatives, 'Group By', 'Group by Owner')
    await passes(async () => assert.ok(!(await lines()).includes('永州市总工会')))
    await openPage(page, 'b.txt')
    await page.locator('.editor-instance .view-line').first().click()
    await page.keyboard.press('Control+Home')
    const column = texts['b.txt'].indexOf('永州') + 1
    for (let i = 0; i < column; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press("Control+'")
    await page.keyboard.press('Control+i')
    const rows = page.locator('.quick-input-list .monaco-list-row')
    await rows.filter({ has: page.locator('.label-name', { hasText: /^暖企行动/ }) }).click()
    await rows
      .filter({ hasText: /[Aa]ctor/ })
      .first()
      .waitFor()
    await page.keyboard.press('1')
    const owned = async () => {
      const all = await lines()
      assert.equal(all[all.indexOf('暖企行动') - 1], '永州市总工会', all.join())
    }
    await passes(() =>
      assert.match(fs.readFileSync(path.join(folder, 'b.anno.jsonl'), 'utf8'), /"type":"actor"/),
    )
    await passes(owned)
    await page.reload()
    await openPanel(page, 'Biaozhu')
    await passes(owned)
  })

  /** What was copied last: it is waited for. */
  const isCopied = (expected: RegExp) =>
    passes(async () => assert.match(await copied(session.page), expected))

  it('leads by Enter to the first mention of a line', async () => {
    const { page } = session
    await openPage(page, 'a.txt')
    const selection = page.locator('#status\\.editor\\.selection')
    const focused = page.locator('.editor-instance .monaco-editor.focused')
    await (await row(initiatives, '暖企行动')).click()
    await page.keyboard.press('Enter')
    await page.locator('.tab.active', { hasText: 'b.txt' }).waitFor()
    await focused.waitFor()
    await selection.filter({ hasText: '(4 selected)' }).waitFor()
  })

  it('is copied from the menu of a line and from the card, which leads to all that is known', async () => {
    const { page } = session
    await (await row(initiatives, '助企十条')).click({ button: 'right' })
    await chooseInMenu(page, /^Copy as Markdown/)
    await isCopied(/^# 助企十条\n/)
    await openPage(page, 'a.txt')
    const card = await cardWith(page, '助企十条')
    await page.screenshot({ path: '.test/card.png' })
    await card.getByRole('link', { name: 'Copy as JSON' }).click()
    await isCopied(/^\{\n {2}"id": "Initiative:助企十条"/)
    await page.mouse.move(0, 0)
    await card.waitFor({ state: 'hidden' })
    await (await cardWith(page, '助企十条'))
      .getByRole('link', { name: 'Show All That Is Known' })
      .click()
    await panelFrame(page).locator('h1', { hasText: '助企十条' }).waitFor()
    await runCommand(page, 'View: Close All Editors')
    await openPage(page, 'a.txt')
  })
})

function copied(page: Page): Promise<string> {
  return page.evaluate('navigator.clipboard.readText()')
}
