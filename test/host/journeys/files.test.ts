import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { name, openCorpus, openPage, runCommand } from '../workbench.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const text = '本报讯 永州市总工会开展竞寨活动。\n5月10日，长沙市总工会慰问职工。\n'

describe('the files of a page', () => {
  let session: Session
  const file = (ending: string) => path.join(session.folder, `short${ending}`)
  before(async () => {
    session = await openSession()
    const { folder } = session
    fs.writeFileSync(file('.txt'), text)
    fs.mkdirSync(path.join(folder, 'scans'))
    fs.copyFileSync(path.join(root, 'media/icon.png'), path.join(folder, 'scans/short.png'))
    const config = { pages: ['*.txt'], images: 'scans/{name}.png' }
    fs.writeFileSync(path.join(folder, 'corpus.json'), JSON.stringify(config))
    await openCorpus(session)
    await openPage(session.page, 'short')
    await name(session.page, '永州市总工会').waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await session.page.keyboard.press(key)
  }

  it('the scan is opened beside it, and the focus stays', async () => {
    const { page } = session
    await runCommand(page, 'Biaozhu: Open Scan Beside')
    const groups = page.locator('.editor-group-container')
    await groups.nth(1).locator('.tab', { hasText: 'short.png' }).waitFor()
    assert.ok(await groups.first().evaluate((group) => group.classList.contains('active')))
  })

  it('corrections of the text are listed, and taken back from the list', async () => {
    const { page } = session
    await press('Control+Home', ...Array.from({ length: 13 }, () => 'ArrowRight'))
    await press('Shift+ArrowRight')
    await runCommand(page, 'Biaozhu Annotation: Correct Here…')
    const box = page.locator('.quick-input-widget input[type=text]')
    await box.fill('赛')
    await press('Enter')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Certain' }).waitFor()
    await press('Enter')
    await passes(() => assert.match(fs.readFileSync(file('.txt'), 'utf8'), /竞赛活动/))
    await passes(() => assert.match(fs.readFileSync(file('.anno.jsonl'), 'utf8'), /"correction"/))
    await runCommand(page, 'Biaozhu Annotation: Corrections of the Page…')
    const correction = page.locator('.quick-input-list .monaco-list-row', { hasText: '寨 → 赛' })
    await correction.hover()
    await correction.locator('[aria-label="Revert this correction"]').click()
    await passes(() => assert.equal(fs.readFileSync(file('.txt'), 'utf8'), text))
    await box.waitFor({ state: 'hidden' })
  })

  it('say once that annotations cannot be written, and no longer when they are', async () => {
    const { page } = session
    const fault = page.locator('.statusbar-item', { hasText: 'Annotations not saved' })
    fs.rmSync(file('.anno.jsonl'), { force: true })
    fs.mkdirSync(file('.anno.jsonl'))
    await name(page, '长沙市总工会').click()
    await press('Alt+Enter')
    const message = page.locator('.notification-toast', { hasText: 'cannot be written' })
    await message.waitFor()
    await fault.waitFor()
    fs.rmdirSync(file('.anno.jsonl'))
    await passes(() => assert.match(fs.readFileSync(file('.anno.jsonl'), 'utf8'), /长沙市总工会/))
    await fault.waitFor({ state: 'hidden' })
  })
})
