/** Keys that are pressed faster than boxes appear: none of them changes the page, none of them is lost. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { passes } from '../../eventually.ts'
import { rounds } from '../../rounds.ts'
import { openSession, picture, type Session } from '../session.ts'
import { isLocked, name, openCorpus, openPage } from '../workbench.ts'

const text = '本报讯 永州市总工会开展竞赛活动。\n5月10日，长沙市总工会慰问职工。\n'
/** The cursor stands in 永州市总工会 in the first test, and so in each. */
const home = ['Control+Home', ...Array.from({ length: 6 }, () => 'ArrowRight')]

describe('keys on a locked page', () => {
  let session: Session
  const busy: ChildProcess[] = []
  before(async () => {
    session = await openSession()
    const { folder } = session
    for (const file of fs.readdirSync(folder)) {
      if (file.endsWith('.txt')) fs.rmSync(path.join(folder, file))
    }
    fs.writeFileSync(path.join(folder, 'short.txt'), text)
    await openCorpus(session)
    await openPage(session.page, 'short')
    await name(session.page, '永州市总工会').waitFor()
    await isLocked(session.page)
    await session.page.locator('.editor-instance .view-line').first().click()
  })
  afterEach(function () {
    for (const child of busy.splice(0)) child.kill('SIGKILL')
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  /** `pause`: ms between two keys. */
  const press = async (pause: number, ...keys: readonly string[]) => {
    for (const key of keys) {
      await session.page.keyboard.press(key)
      if (pause > 0) await session.page.waitForTimeout(pause)
    }
  }
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
  const notes = () => records().flatMap(({ note }) => note ?? [])
  const relations = () => records().filter(({ kind }) => kind === 'relation').length
  const none = () => assert.deepEqual([accepted(), notes(), relations()], [[], [], 0])
  /** The window shows that the page is annotated, or is not any more: all that was asked for before has come to it. */
  const showsState = (sign: '◐' | '○') =>
    session.page.locator('.statusbar-item', { hasText: sign }).waitFor()
  /** All that the keys have asked for, and that undo takes back; then the page is as it was. */
  const gives = async (check: () => void, steps: number) => {
    const { page, folder } = session
    await passes(check)
    await showsState('◐')
    assert.equal(await page.locator('.monaco-editor-overlaymessage').count(), 0)
    assert.equal(await page.locator('.tab.active.dirty').count(), 0)
    assert.equal(fs.readFileSync(path.join(folder, 'short.txt'), 'utf8'), text)
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await press(0, ...home, ...Array.from({ length: steps }, () => 'Control+z'))
    await passes(none)
    await showsState('○')
  }

  it('accept, reject, go on and mark, each by one key', async () => {
    await press(0, ...home, 'Enter')
    await gives(() => assert.deepEqual(accepted(), ['Organization 永州市总工会']), 1)
    await press(0, ...home, '4')
    await gives(() => assert.deepEqual(accepted(), ['Place 永州市总工会']), 1)
    await press(0, ...home, 'Backspace')
    await gives(
      () => assert.equal(records().filter((each) => each.status === 'rejected').length, 1),
      1,
    )
    await press(0, ...home, 'Space', 'Enter', 'u')
    const both = ['Date 5月10日', 'Organization 长沙市总工会']
    const unsure = () => records().filter((each) => each.unsure === true).length
    await gives(() => assert.deepEqual([accepted(), unsure()], [both, 1]), 2)
  })

  it('show what they do, by ? and behind the chord, and do it there', async () => {
    const { page } = session
    const line = (label: string) =>
      page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first()
    await press(0, ...home, 'Shift+Slash')
    await line('Accept Suggestion').waitFor()
    await line('Organization').waitFor()
    await press(0, 'Escape')
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await press(0, "Control+'", 'Shift+Slash')
    await line('Organization').waitFor()
    await press(0, '4')
    await gives(() => assert.deepEqual(accepted(), ['Place 永州市总工会']), 1)
  })

  for (const pause of [0, 60, 250]) {
    it(`wait for a correction, ${pause} ms between two of them`, async () => {
      const { page, folder } = session
      const disk = () => fs.readFileSync(path.join(folder, 'short.txt'), 'utf8')
      await press(0, 'Control+Home', ...Array.from({ length: 12 }, () => 'ArrowRight'))
      await press(0, 'Shift+ArrowRight', 'Shift+ArrowRight')
      await press(pause, "Control+'", 'Control+c', 'x', 'Enter', '1', 'Space', 'Enter')
      await passes(() => {
        const both = [disk(), accepted()]
        assert.deepEqual(both, [text.replace('竞赛', 'x'), ['Date 5月10日']])
      })
      await showsState('◐')
      assert.equal(await page.locator('.tab.active.dirty').count(), 0)
      await press(0, 'Control+z', 'Control+z')
      await passes(() => assert.deepEqual([disk(), records()], [text, []]))
      await showsState('○')
      await isLocked(page)
    })
  }

  for (const isBusy of [false, true]) {
    for (const pause of [0, 20, 60, 100, 250]) {
      it(`reach the box that they open, ${pause} ms between two of them, ${isBusy ? 'all cores busy' : 'nothing else at work'}`, async () => {
        const cores = isBusy ? os.availableParallelism() : 0
        for (let i = 0; i < cores; i++) busy.push(spawn(process.execPath, ['-e', 'for (;;);']))
        for (let round = 0; round < rounds(2); round++) {
          await press(0, ...home)
          await press(pause, 'n', ...'ab1 -2xy', 'Enter')
          await gives(() => assert.deepEqual(notes(), ['ab1 -2xy']), 1)
          await press(pause, "Control+'", "Control+'", ...'pers', 'Enter')
          await gives(() => assert.deepEqual(accepted(), ['Person 永州市总工会']), 1)
          await press(0, ...Array.from({ length: 6 }, () => 'ArrowRight'))
          await press(0, ...Array.from({ length: 4 }, () => 'Shift+ArrowRight'), '1')
          await passes(() => assert.deepEqual(accepted(), ['Initiative 竞赛活动']))
          await press(0, ...home)
          await press(pause, "Control+'", 'Control+i', '1', '2')
          await gives(() => assert.equal(relations(), 1), 2)
        }
      })
    }
  }
})
