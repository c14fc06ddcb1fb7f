/** Pages leave by *Export…* and come back by *Import…*, as a person answers their questions. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { name, openCorpus, openPage, runCommand } from '../workbench.ts'

const text = '本报讯 永州市总工会开展竞赛活动。\n5月10日，长沙市总工会慰问职工。\n'

describe('export and import by their questions', () => {
  let session: Session
  before(async () => {
    session = await openSession()
    fs.writeFileSync(path.join(session.folder, 'short.txt'), text)
    await openCorpus(session)
    await openPage(session.page, 'short')
    // The commands are there when the pages were read.
    await name(session.page, '永州市总工会').waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  /** A line of the list that is asked for next, by how it begins. */
  const choose = async (placeholder: string | RegExp, label: string): Promise<void> => {
    const { page } = session
    await page.getByPlaceholder(placeholder).waitFor()
    const rows = page.locator('.quick-input-list .monaco-list-row')
    const named = page.locator('.label-name', { hasText: new RegExp(`^${label}`) })
    await rows.filter({ has: named }).first().click()
  }
  const folder = async (below: string, button: string): Promise<string> => {
    const { page, data } = session
    const full = path.join(data, below)
    fs.mkdirSync(full, { recursive: true })
    const box = page.locator('.quick-input-widget input[type=text]')
    const accept = page.locator('.quick-input-widget .quick-input-action', { hasText: button })
    await accept.waitFor()
    // The dialog fills in the folder it begins with, also over what was typed too early.
    await passes(async () => {
      await box.fill(`${full}/`)
      await page.waitForTimeout(500)
      assert.equal(await box.inputValue(), `${full}/`)
    })
    await accept.click()
    return full
  }

  it('a page goes to a folder as brat, in the text that is chosen', async () => {
    const { page } = session
    await runCommand(page, 'Biaozhu Exchange: Export…')
    await choose('Which format?', 'brat')
    await choose('Which pages?', 'This page')
    await choose('Which annotations?', 'Accepted and suggested')
    await choose('Which text?', 'The page as it is')
    const out = await folder('out', 'Export Here')
    await page.locator('.notification-toast', { hasText: '1 page exported to brat' }).waitFor()
    const files = fs.readdirSync(out).toSorted()
    for (const file of ['annotation.conf', 'visual.conf', 'short.ann', 'short.txt']) {
      assert.ok(files.includes(file), files.join())
    }
    assert.equal(fs.readFileSync(path.join(out, 'short.txt'), 'utf8'), text)
    assert.match(
      fs.readFileSync(path.join(out, 'short.ann'), 'utf8'),
      /^T\d+\tOrganization 4 10\t永州市总工会$/m,
    )
    assert.ok(!files.some((file) => file.startsWith('00')), 'no other page')
    await page.keyboard.press('Escape')
  })

  it('what another program marked is shown first, then written, and taken back at once', async () => {
    const { page } = session
    const sidecar = path.join(session.folder, 'short.anno.jsonl')
    const from = path.join(session.data, 'in')
    fs.mkdirSync(from, { recursive: true })
    fs.writeFileSync(
      path.join(from, 'short.ann'),
      'T1\tInitiative 12 16\t竞赛活动\nT2\tOrganization 24 30\t长沙市总工会\n',
    )
    await runCommand(page, 'Biaozhu Exchange: Import…')
    await choose('Which format?', 'brat')
    await folder('in', 'Import')
    await choose('Which pages?', 'All pages')
    await choose('How should they be imported?', 'As annotations')
    await page.getByPlaceholder('2 new, 0 uncertain, 0 conflicting, 0 the same').waitFor()
    assert.equal(fs.existsSync(sidecar), false)
    await choose(/^2 new/, 'Import what is new')
    await passes(() => {
      const quotes = fs.readFileSync(sidecar, 'utf8').match(/"quote":\["[^"]*"/g)
      assert.deepEqual(quotes, ['"quote":["竞赛活动"', '"quote":["长沙市总工会"'])
    })
    await page.locator('.editor-instance .view-lines').click()
    await page.keyboard.press('Control+z')
    await passes(() => assert.equal(fs.existsSync(sidecar), false))
  })
})
