import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { connectionsOutside, parentOf, serverOf } from '../processes.ts'
import { openSession, picture, type Session } from '../session.ts'
import { name, openCorpus, openPage, openPanel, pressInView, row, view } from '../workbench.ts'

describe('the panel', () => {
  let session: Session
  let initiatives: Locator
  const requested = new Set<string>()
  before(async () => {
    session = await openSession()
    const { page } = session
    page.on('request', (request) => requested.add(request.url()))
    await openCorpus(session)
    await openPage(page, '002')
    await name(page, '助企十条').waitFor()
    await openPanel(page, 'Biaozhu')
    initiatives = view(page, 'Initiatives')
    await initiatives.locator('.monaco-list-row').first().waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  /** Labels of the groups in sight, after all were closed by the button of the view; not while they are read. */
  const groups = async (): Promise<readonly string[]> => {
    await initiatives.locator('.pane-header').hover()
    await initiatives.locator('.action-label[aria-label="Collapse All"]').click()
    await initiatives
      .locator('[aria-level="2"]')
      .first()
      .waitFor({ state: 'detached', timeout: 1000 })
    return initiatives.locator('.monaco-list-row .label-name').allInnerTexts()
  }

  it('has initiatives under the pages in their order, and closes all of them at once', async () => {
    const { folder } = session
    const pages = fs.readdirSync(folder).filter((file) => file.endsWith('.txt'))
    // The masthead of the first one tells what people call it.
    const labels = ['浙江工人日报 2021-11-22', ...pages.toSorted().slice(1)]
    await passes(async () => assert.deepEqual(await groups(), labels))
  })

  it('has them under their owners, and under their kinds', async () => {
    const listed = { 'Group by Owner': '永州市总工会', 'Group by Kind': 'Competition' }
    for (const [command, group] of Object.entries(listed)) {
      await pressInView(initiatives, 'Group By', command)
      await passes(async () => {
        await groups()
        await (await row(initiatives, group)).waitFor({ timeout: 1000 })
      })
    }
    await pressInView(initiatives, 'Group By', 'Group by Page')
    await passes(async () => assert.ok((await groups())[0]?.startsWith('浙江工人日报')))
  })

  it('shows what fits a filter, until this is taken back', async () => {
    const { page } = session
    const message = initiatives.locator('.message', { hasText: 'Filter: 助企' })
    const left = initiatives.locator('[aria-level="1"] .label-name')
    for (const key of ['Enter', 'Escape'] as const) {
      await pressInView(initiatives, 'Filter Initiatives')
      await page.locator('.quick-input-widget input[type=text]').fill('助企')
      await message.waitFor()
      await passes(async () => {
        const pages = await left.allInnerTexts()
        assert.ok(pages.length < 5 && pages.some((text) => text.startsWith('002_')), pages.join())
      })
      await page.keyboard.press(key)
      if (key === 'Enter') {
        assert.ok(await message.isVisible())
        await pressInView(initiatives, 'Clear Filter of Initiatives')
      }
      await message.waitFor({ state: 'hidden' })
    }
  })

  it('a text that may go on elsewhere says so on the page', async () => {
    const { page, folder } = session
    const file = fs.readdirSync(folder).find((one) => one.startsWith('004')) ?? assert.fail()
    const text = fs.readFileSync(path.join(folder, file), 'utf8')
    const [join] = analysePage(text).unsureJoins
    const end = join?.from.span.end ?? assert.fail('every join is sure')
    const line = text.slice(0, end).split('\n')
    await openPage(page, '004')
    await page.keyboard.press('Control+G')
    await page.keyboard.type(`${line.length}:${line.at(-1)?.length}`)
    await page.keyboard.press('Enter')
    await page.locator('.editor-instance .view-line', { hasText: '⤷ continues' }).first().waitFor()
  })

  it('a page stays plain text after a reload where a person chose that', async () => {
    const { page } = session
    const mode = page.locator('#status\\.editor\\.mode')
    await openPage(page, '003')
    await mode.filter({ hasText: 'Newspaper' }).waitFor()
    await page.keyboard.press('Control+K')
    await page.keyboard.press('M')
    await page.locator('.quick-input-widget input[type=text]').fill('Plain Text')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '(plaintext)' }).click()
    await mode.filter({ hasText: 'Plain Text' }).waitFor()
    // What an extension remembers is written in its own time.
    await passes(async () => {
      const texts = await storedTexts(page)
      const own = texts.filter((text) => /biaozhu\.otherLanguage.*003_/.test(text))
      assert.ok(own.length > 0, texts.join('\n'))
    })
    await page.reload()
    await openPanel(page, 'Biaozhu')
    await initiatives.locator('.monaco-list-row').first().waitFor()
    await openPage(page, '001')
    await mode.filter({ hasText: 'Newspaper' }).waitFor()
    await openPage(page, '003')
    await mode.filter({ hasText: 'Plain Text' }).waitFor()
    await page.waitForTimeout(500)
    assert.equal(await mode.innerText(), 'Plain Text')
  })

  it('and in all this nothing was asked of the network', () => {
    const outside = [...requested].filter((url) => {
      const { protocol, hostname } = new URL(url)
      return /^(?:https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1'
    })
    assert.ok(requested.size > 0)
    assert.deepEqual(outside, [])
    const server = serverOf(session.data)
    assert.deepEqual(connectionsOutside(server), [])
    assert.deepEqual(connectionsOutside(parentOf(server)), [])
  })
})

/** The texts that VS Code keeps in the browser over a reload. */
async function storedTexts(page: Page): Promise<readonly string[]> {
  const stored: unknown = await page.evaluate(`(async () => {
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const all = []
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        all.push(...(await answer(database.transaction(store).objectStore(store).getAll())))
      }
      database.close()
    }
    return all
  })()`)
  return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : []
}
