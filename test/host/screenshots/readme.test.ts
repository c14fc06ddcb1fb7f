/** Takes the pictures of the README anew: `npm run screenshots`. No part of `npm test`, which changes no file. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { openSession, type Session } from '../session.ts'
import { themeSettings } from '../theme.ts'
import { cardOf, name, openCorpus, openPage, openPanel, row, view } from '../workbench.ts'

/** Sharp on the screens of today, and quick to load. */
const viewport = { width: 1200, height: 750 }
const scale = 1.25
const mostBytes = 400_000
const images = path.resolve(import.meta.dirname, '../../../docs/images')

describe('pictures of the README', () => {
  let session: Session
  before(() => fs.mkdirSync(images, { recursive: true }))
  afterEach(() => session?.close())

  it('reading, dark, with a card', async () => {
    session = await openSession({ settings: themeSettings('Dark Modern'), scale })
    await openAll(session, 'Biaozhu', 'Initiatives')
    await cardOf(session.page, '助企十条')
    await take(session, 'reading.png')
  })

  it('reading, light', async () => {
    session = await openSession({ settings: themeSettings('Light Modern'), scale })
    await openAll(session, 'Biaozhu', 'Initiatives')
    // No card and no tooltip: the text as it is read. The empty end of the title bar has neither.
    await session.page.mouse.move(250, 5)
    await session.page.locator('.workbench-hover').waitFor({ state: 'hidden' })
    await take(session, 'light.png')
  })

  it('in Chinese', async () => {
    const settings = themeSettings('Dark Modern')
    session = await openSession({ settings, scale, locale: 'zh-cn' })
    await openAll(session, '标注', '举措')
    await cardOf(session.page, '助企十条')
    await take(session, 'chinese.png')
  })
})

/** The panel beside a page, an initiative chosen and opened to its mentions. */
async function openAll(session: Session, panel: string, initiatives: string): Promise<void> {
  const { page } = session
  await page.setViewportSize(viewport)
  await openCorpus(session)
  await openPage(page, '002')
  await name(page, '助企十条').waitFor()
  await openPanel(page, panel)
  const initiative = await row(view(page, initiatives), '助企十条')
  await initiative.click()
  await page.keyboard.press('ArrowRight')
  await page.locator('#status\\.editor\\.selection', { hasText: '(4 selected)' }).waitFor()
  // Its mentions come into sight below it.
  await initiative.hover()
  const mentions = view(page, initiatives).locator('.monaco-list-row[aria-level="3"]')
  for (let i = 0; i < 20 && (await mentions.count()) < 3; i++) {
    await page.mouse.wheel(0, 40)
    await page.waitForTimeout(200)
  }
}

async function take(session: Session, file: string): Promise<void> {
  const target = path.join(images, file)
  await session.page.waitForTimeout(1000)
  await session.page.screenshot({ path: target })
  assert.equal(await session.page.locator('.notification-toast').count(), 0)
  assert.ok(fs.statSync(target).size < mostBytes, `${file}: ${fs.statSync(target).size} bytes`)
}
