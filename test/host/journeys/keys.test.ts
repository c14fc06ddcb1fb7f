import assert from 'node:assert/strict'
import { passes } from '../../eventually.ts'
import { serverOf } from '../processes.ts'
import { openSession, picture, type Session } from '../session.ts'
import { name, openCorpus, openPage, openPanel, row, runCommand, view } from '../workbench.ts'

describe('a page by the keyboard', () => {
  let session: Session
  before(async () => {
    session = await openSession()
    await openCorpus(session)
    await openPage(session.page, '002')
    await name(session.page, '助企十条').click()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  const selection = (text: string) =>
    session.page.locator('#status\\.editor\\.selection', { hasText: text })

  it('Shift+F12 shows the mentions, F4 goes from one to the next', async () => {
    const { page } = session
    await page.keyboard.press('Shift+F12')
    await page.locator('.peekview-title', { hasText: /References \(\d+\)/ }).waitFor()
    await page.keyboard.press('F4')
    await selection('Ln 7').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.peekview-title').waitFor({ state: 'hidden' })
  })

  it('F4 goes on when the peek is closed, and round', async () => {
    const { page } = session
    const [first, second] = ['Ln 5', 'Ln 7']
    await selection(second).waitFor()
    // Two of the mentions stand in one line.
    const steps = [
      ['F4', first],
      ['F4', second],
      ['Shift+F4', first],
      ['F4', second],
    ] as const
    for (const [key, line] of steps) {
      await passes(async () => {
        await page.keyboard.press(key)
        await selection(line).waitFor({ timeout: 2000 })
      })
    }
    assert.equal(await page.locator('.peekview-title').count(), 0)
  })

  it('Shift+F12 on the only mention says that it is the only one', async () => {
    const { page } = session
    await name(page, '王军均').click()
    await page.keyboard.press('Shift+F12')
    await page.locator('.statusbar-item', { hasText: 'This is the only mention.' }).waitFor()
    await name(page, '助企十条').click()
  })

  it('Peek Definition shows the fullest mention without leaving the page', async () => {
    const { page } = session
    // From another one.
    const line = page.locator('.editor-instance .view-line', { hasText: '出台' })
    await line.getByText('助企十条', { exact: true }).first().click()
    await selection('Ln 7').waitFor()
    // Its key is another one on Linux.
    await runCommand(page, 'Peek Definition')
    await page.locator('.peekview-title', { hasText: '002_' }).waitFor()
    await page.locator('.peekview-widget .view-line', { hasText: '靶向助力' }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.peekview-title').waitFor({ state: 'hidden' })
  })

  it('Ctrl+T finds an entity by its name', async () => {
    const { page } = session
    await page.keyboard.press('Control+T')
    await page.locator('.quick-input-widget input[type=text]').fill('#助企')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '助企十条' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('arrow keys in the panel preview what they come to, Enter goes there', async () => {
    const { page } = session
    await openPanel(page, 'Biaozhu')
    await (await row(view(page, 'Initiatives'), '助企十条')).click()
    await selection('Ln 5, Col 6 (4 selected)').waitFor()
    await page.keyboard.press('ArrowRight')
    const mentions = view(page, 'Initiatives').locator(
      '[aria-label^="助企十条, Initiative, suggested"]',
    )
    await mentions.first().waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await selection('Ln 7').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.editor-instance .monaco-editor.focused').waitFor()
  })

  it('Enter on an initiative goes to its first mention', async () => {
    const { page } = session
    await openPanel(page, 'Biaozhu')
    await (await row(view(page, 'Initiatives'), '助企十条')).click()
    await selection('Ln 5, Col 6 (4 selected)').waitFor()
    assert.equal(await page.locator('.editor-instance .monaco-editor.focused').count(), 0)
    await page.keyboard.press('Enter')
    await page.locator('.editor-instance .monaco-editor.focused').waitFor()
    await selection('Ln 5, Col 6 (4 selected)').waitFor()
  })

  it('mentions are listed in the References view too', async () => {
    const { page } = session
    await openPanel(page, 'Biaozhu')
    const initiative = await row(view(page, 'Initiatives'), '助企十条')
    await initiative.hover({ force: true })
    await initiative.locator('.action-label[aria-label*="References"]').click()
    await page.locator('.sidebar .message', { hasText: /Mentions: \d+/ }).waitFor()
  })

  it('a server that died is reported once, and works again after Restart', async () => {
    const { page, data } = session
    await openPanel(page, 'Biaozhu')
    const dead = serverOf(data)
    process.kill(dead, 'SIGKILL')
    const report = page.locator('.notification-toast', { hasText: 'server has stopped' })
    await report.waitFor()
    await view(page, 'Initiatives').getByText('server has stopped').waitFor()
    assert.equal(await report.count(), 1)
    await report.locator('.monaco-button', { hasText: 'Restart' }).click()
    await view(page, 'Initiatives').locator('.monaco-list-row').first().waitFor()
    assert.notEqual(serverOf(data), dead)
  })
})
