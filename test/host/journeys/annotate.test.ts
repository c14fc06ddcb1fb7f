import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { isUnlocked, name, openCorpus, openPage, runCommand } from '../workbench.ts'

const text = '本报讯 永州市总工会开展竞赛活动。\n5月10日，长沙市总工会慰问职工。\n'

describe('annotating by the keyboard', () => {
  let session: Session
  before(async () => {
    session = await openShort()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  /** Pressed one behind the other, without waiting for anything to be shown. */
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await session.page.keyboard.press(key)
  }
  /** The cursor before the first character of the page, then so many to the right. */
  const goTo = (column: number) =>
    press('Control+Home', ...Array.from({ length: column }, () => 'ArrowRight'))
  /** A box has gone, and what is pressed next is meant for the page. */
  const backOnPage = async () => {
    await session.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await session.page.locator('.editor-instance .monaco-editor.focused').waitFor()
  }
  const select = (length: number) => press(...Array.from({ length }, () => 'Shift+ArrowRight'))
  const records = () => {
    const file = path.join(session.folder, 'short.anno.jsonl')
    if (!fs.existsSync(file)) return []
    const lines = fs.readFileSync(file, 'utf8').trim().split('\n')
    return lines.map((line) => JSON.parse(line))
  }
  const accepted = (): readonly string[] =>
    records()
      .filter(({ kind, status }) => kind === 'span' && status === 'accepted')
      .map(({ type, quote }) => `${type} ${quote.join('')}`)
  const disk = () => fs.readFileSync(path.join(session.folder, 'short.txt'), 'utf8')

  it('Alt+Enter accepts, Ctrl+Z takes it back, Ctrl+Y accepts again', async () => {
    await goTo(5)
    await press('Alt+Enter')
    await passes(() => assert.deepEqual(accepted(), ['Organization 永州市总工会']))
    await press('Control+z')
    await passes(() => assert.deepEqual(accepted(), []))
    await press('Control+y')
    await passes(() => assert.deepEqual(accepted(), ['Organization 永州市总工会']))
    await press('Control+z')
    await passes(() => assert.deepEqual(accepted(), []))
  })

  it("Ctrl+' and a digit mark what is selected", async () => {
    await goTo(12)
    await select(4)
    await press("Control+'", '1')
    await passes(() => assert.deepEqual(accepted(), ['Initiative 竞赛活动']))
    await press('Control+z')
    await passes(() => assert.deepEqual(accepted(), []))
  })

  it("Ctrl+' twice opens a box that finds a type by name, and by a digit", async () => {
    const box = session.page.locator('.quick-input-widget input[type=text]')
    await goTo(12)
    await select(4)
    await press("Control+'", "Control+'")
    await box.waitFor()
    await box.fill('init')
    await press('Enter')
    await backOnPage()
    await passes(() => assert.deepEqual(accepted(), ['Initiative 竞赛活动']))
    await goTo(12)
    await press("Control+'", 'Control+y')
    await box.waitFor()
    await press('2')
    await backOnPage()
    await passes(() => assert.deepEqual(accepted(), ['Organization 竞赛活动']))
    await press('Control+z', 'Control+z')
    await passes(() => assert.deepEqual(accepted(), []))
  })

  it("Ctrl+' and an arrow move the end of a mention", async () => {
    await goTo(12)
    await select(2)
    await press("Control+'", '1', "Control+'", 'ArrowRight')
    await passes(() => assert.deepEqual(accepted(), ['Initiative 竞赛活']))
    await press("Control+'", 'ArrowLeft')
    await passes(() => assert.deepEqual(accepted(), ['Initiative 竞赛']))
    await press('Control+z', 'Control+z', 'Control+z')
    await passes(() => assert.deepEqual(accepted(), []))
  })

  for (let round = 1; round <= 4; round++) {
    it(`a mark is what was selected, whatever is typed behind it without a pause (${round})`, async () => {
      await goTo(12)
      await select(4)
      await press("Control+'", '1', 'ArrowRight', 'x')
      await passes(() => assert.deepEqual(accepted(), ['Initiative 竞赛活动']))
      await press('Control+z', 'Control+z', 'Control+z')
      await passes(() => assert.deepEqual(accepted(), []))
      await press('Control+s')
      await passes(() => assert.equal(disk(), text))
    })
  }

  it('marks made without a pause are made and taken back one by one', async () => {
    await goTo(10)
    await select(2)
    await press("Control+'", '1', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await press("Control+'", '3', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await press("Control+'", '4')
    const all = ['Initiative 开展', 'Person 竞赛', 'Place 活动']
    await passes(() => assert.deepEqual(accepted(), all))
    for (const left of [2, 1, 0]) {
      await press('Control+z')
      await passes(() => assert.deepEqual(accepted(), all.slice(0, left)))
    }
    await press('Control+y', 'Control+y', 'Control+y')
    await passes(() => assert.deepEqual(accepted(), all))
    await press('Control+z', 'Control+z', 'Control+z')
    await passes(() => assert.deepEqual(accepted(), []))
  })

  it("Ctrl+' Ctrl+I attaches an organization to an initiative, and Ctrl+Z detaches it", async () => {
    const relations = () => records().filter(({ kind }) => kind === 'relation')
    await goTo(12)
    await select(4)
    await press("Control+'", '1')
    await passes(() => assert.deepEqual(accepted(), ['Initiative 竞赛活动']))
    await goTo(6)
    await press("Control+'", 'Control+i')
    const rows = session.page.locator('.quick-input-list .monaco-list-row')
    await rows.filter({ hasText: '竞赛活动' }).waitFor()
    await press('1')
    await rows.filter({ hasText: 'ctor' }).first().waitFor()
    await press('1')
    await backOnPage()
    await passes(() => assert.equal(relations().length, 1))
    await press('Control+z')
    await passes(() => assert.equal(relations().length, 0))
    await press('Control+z')
    await passes(() => assert.deepEqual(accepted(), []))
  })

  it("Ctrl+' Ctrl+C corrects what is selected and keeps what the source said", async () => {
    const kept = () =>
      records()
        .filter(({ kind }) => kind === 'correction')
        .map(({ was }) => was)
    const box = session.page.locator('.quick-input-widget input[type=text]')
    await goTo(12)
    await select(2)
    await press("Control+'", 'Control+c')
    await box.waitFor()
    await box.fill('比赛')
    await press('Enter')
    await session.page.locator('.quick-input-title', { hasText: 'How sure' }).waitFor()
    await press('1')
    await backOnPage()
    await passes(() => assert.deepEqual([disk().includes('比赛活动'), kept()], [true, ['竞赛']]))
    await press('Control+z')
    await passes(() => assert.deepEqual([disk(), kept()], [text, []]))
  })

  it("Ctrl+' Ctrl+/ writes a note on a mention", async () => {
    const notes = () => records().flatMap(({ note }) => note ?? [])
    await goTo(6)
    await press("Control+'", 'Control+/')
    await session.page.locator('.quick-input-title', { hasText: '永州市总工会' }).waitFor()
    await session.page.keyboard.insertText('首次')
    await press('Enter')
    await backOnPage()
    await passes(() => assert.deepEqual(notes(), ['首次']))
    await press('Control+z')
    await passes(() => assert.deepEqual(notes(), []))
  })
})

describe('a page with unsaved changes', () => {
  let session: Session
  before(async () => {
    session = await openShort({ 'biaozhu.savePageFirst': 'ask' })
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  it('is saved for an annotation, or taken back, when the person has seen what is unsaved', async () => {
    const { page, folder } = session
    const file = path.join(folder, 'short.txt')
    const disk = () => fs.readFileSync(file, 'utf8')
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'unsaved changes' })
    const button = (label: string) => dialog.locator('.monaco-button', { hasText: label })
    const annotate = async (...keys: readonly string[]) => {
      await page.locator('.editor-instance .view-line').first().click()
      for (const key of ['Control+Home', ...keys]) await page.keyboard.press(key)
    }
    await runCommand(page, 'Biaozhu: Unlock Page')
    await isUnlocked(page)
    await annotate('x', 'ArrowRight', 'Alt+Enter')
    await dialog.getByText('+ 1: x本报讯').waitFor()
    await button('Cancel').click()
    await page.getByText('nothing was annotated').first().waitFor()
    assert.equal(disk(), text)
    await annotate("Control+'", '4')
    await button('Take Back').click()
    await passes(() => assert.ok(fs.existsSync(path.join(folder, 'short.anno.jsonl'))))
    assert.equal(disk(), text)
    await annotate('x', "Control+'", '3')
    await button('Save').click()
    await passes(() => assert.equal(disk(), `x${text}`))
  })
})

async function openShort(settings: Readonly<Record<string, unknown>> = {}): Promise<Session> {
  const session = await openSession({ settings })
  fs.writeFileSync(path.join(session.folder, 'short.txt'), text)
  await openCorpus(session)
  await openPage(session.page, 'short')
  await name(session.page, '永州市总工会').waitFor()
  await session.page.locator('.editor-instance .view-line').first().click()
  return session
}
