import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import {
  chooseInMenu,
  openCorpus,
  openPage,
  openPanel,
  pressInView,
  row,
  runCommand,
  view,
} from '../workbench.ts'

const texts = {
  'a.txt': '诸暨市总工会推出“助企十条”。“助企十条”受到欢迎。该措施有用。\n',
  'b.txt': '诸暨市总工会开展“暖企行动”，与“助企十条”一起推进。\n',
  'c.txt': '永州市总工会学习“助企十条”。“暖企行动”受到欢迎。\n',
}

describe('people correct entities', () => {
  let session: Session
  let initiatives: Locator
  before(async () => {
    session = await openSession()
    const { page, folder } = session
    for (const file of fs.readdirSync(folder).filter((each) => each.endsWith('.txt'))) {
      fs.rmSync(path.join(folder, file))
    }
    for (const [file, text] of Object.entries(texts))
      fs.writeFileSync(path.join(folder, file), text)
    await openCorpus(session)
    await openPage(page, 'a.txt')
    await openPanel(page, 'Biaozhu')
    initiatives = view(page, 'Initiatives')
    await initiatives.locator('.monaco-list-row').first().waitFor()
    await pressInView(initiatives, 'Group By', 'Group by Kind')
    await (await row(initiatives, '助企十条')).waitFor()
    await (await row(initiatives, '暖企行动')).waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  const file = () => path.join(session.folder, 'entities.jsonl')
  const said = () => (fs.existsSync(file()) ? fs.readFileSync(file(), 'utf8') : '')
  const box = () => session.page.locator('.quick-input-widget')
  /** The first line of a box, once it is this one. */
  const first = (text: string) =>
    box().locator('.monaco-list-row[data-index="0"]', { hasText: text }).waitFor()
  const names = () => initiatives.locator('.monaco-list-row .label-name').allInnerTexts()

  /** Whoever drags over a line for long has opened it already. */
  const expand = async (name: string): Promise<void> => {
    const line = await row(initiatives, name)
    if ((await line.getAttribute('aria-expanded')) === 'true') return
    await line.locator('.monaco-tl-twistie').click()
  }

  it('one initiative dropped onto another is that one, and undo makes two again', async () => {
    const { page } = session
    await (await row(initiatives, '暖企行动')).dragTo(await row(initiatives, '助企十条'))
    await first('They are one: “助企十条”')
    await box().getByText('Mentions: 2, pages: 2').waitFor()
    await page.keyboard.press('Enter')
    await passes(() =>
      assert.match(said(), /"id":"Initiative:暖企行动".*"entity":"Initiative:助企十条"/),
    )
    await passes(async () => assert.ok(!(await names()).includes('暖企行动')))
    await (await row(initiatives, '助企十条')).click()
    await page.keyboard.press('Control+z')
    await (await row(initiatives, '暖企行动')).waitFor()
    await passes(() => assert.equal(said(), ''))
  })

  it('a mention dropped onto an initiative is linked to it, and unlinked by its menu', async () => {
    const { page, folder } = session
    await expand('暖企行动')
    const mention = initiatives.locator('.monaco-list-row[aria-level="3"]', { hasText: '开展' })
    await mention.waitFor()
    const sidecar = path.join(folder, 'b.anno.jsonl')
    await mention.dragTo(await row(initiatives, '助企十条'))
    await passes(() =>
      assert.match(fs.readFileSync(sidecar, 'utf8'), /"暖企行动".*"entity":"Initiative:助企十条"/),
    )
    await expand('助企十条')
    // Its line stands below the other one once the view has heard of it.
    const linked = initiatives.locator(
      '.monaco-list-row[aria-label*="暖企行动, Initiative, accepted"]',
    )
    await passes(async () => assert.equal(await linked.count(), 1))
    await linked.click({ button: 'right' })
    await chooseInMenu(page, /^Unlink/)
    await passes(() => assert.doesNotMatch(fs.readFileSync(sidecar, 'utf8'), /"entity"/))
    await pressInView(initiatives, 'Collapse All')
    await expand('Scheme')
    await expand('Campaign')
  })

  it('F2 gives an initiative of three pages its main name, shows them before, and changes no text', async () => {
    const { page } = session
    await (await row(initiatives, '助企十条')).click()
    await page.keyboard.press('F2')
    await box().getByText('Main name of “助企十条”').waitFor()
    await first('助企十条')
    await page.locator('.quick-input-widget input[type=text]').fill('助企政策')
    await first('“助企政策”, as typed')
    await page.keyboard.press('Enter')
    await first('Its name is “助企政策”')
    await box().getByText('Mentions: 4, pages: 3').waitFor()
    await page.keyboard.press('Enter')
    await (await row(initiatives, '助企政策')).waitFor()
    await passes(() => assert.match(said(), /"name":"助企政策"/))
    for (const [name, text] of Object.entries(texts)) {
      assert.equal(fs.readFileSync(path.join(session.folder, name), 'utf8'), text)
    }
    // Taken back on the page, too, where the person is by then.
    await page.locator('.editor-instance .view-line').first().click()
    await page.keyboard.press('Control+z')
    await (await row(initiatives, '助企十条')).waitFor()
    await page.keyboard.press('Control+y')
    await (await row(initiatives, '助企政策')).waitFor()
    await page.keyboard.press('Control+z')
    await (await row(initiatives, '助企十条')).waitFor()
  })

  it('R says what 该措施 means, which is listed with the mentions of that initiative', async () => {
    const { page, folder } = session
    await openPage(page, 'a.txt')
    await page.locator('.editor-instance .view-line').first().click()
    const column = texts['a.txt'].indexOf('该措施')
    await page.keyboard.press('Control+Home')
    for (let i = 0; i < column; i++) await page.keyboard.press('ArrowRight')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('r')
    await first('助企十条')
    await page.keyboard.press('1')
    const sidecar = path.join(folder, 'a.anno.jsonl')
    await passes(() =>
      assert.match(fs.readFileSync(sidecar, 'utf8'), /"quote":\["该措施"\].*"coreference":true/),
    )
    const line = await row(initiatives, '助企十条')
    await passes(async () => assert.match(await line.innerText(), /助企十条\s*5/))
  })

  it('an entity is found by the initials of its pinyin, in the filter and by Go to Entity', async () => {
    const { page } = session
    await pressInView(initiatives, 'Filter Initiatives')
    await page.locator('.quick-input-widget input[type=text]').fill('zqst')
    await passes(async () => assert.ok(!(await names()).includes('暖企行动')))
    assert.ok((await names()).includes('助企十条'))
    await page.keyboard.press('Escape')
    await openPage(page, 'b.txt')
    await runCommand(page, 'Biaozhu: Go to Entity…')
    await page.locator('.quick-input-widget input[type=text]').fill('zqst')
    await first('助企十条')
    await page.keyboard.press('Enter')
    await page.locator('.tab.active', { hasText: 'a.txt' }).waitFor()
  })
})
