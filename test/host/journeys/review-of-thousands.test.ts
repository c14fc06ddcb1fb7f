/** The view Review with thousands of suggestions: by name and by doubt, part by part, a group decided in one step. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { openCorpus, openPage, openPanel, pressInView, row, view } from '../workbench.ts'

/** One name stands on each line, three hundred others once. */
const lines = Array.from({ length: 300 }, (_, i) => {
  const [first, second] = [names(i), names(Math.floor(i / 20))]
  return `${first}${second}市总工会慰问永州市总工会职工。`
})

/** A sound for each number, so that all names are different. */
function names(number: number): string {
  return '安北昌德恩富广海江康乐明宁平清荣顺泰新永'.charAt(number % 20)
}

describe('a review with thousands', () => {
  let session: Session
  let review: Locator
  before(async () => {
    session = await openSession()
    const { page, folder } = session
    for (const file of fs.readdirSync(folder).filter((each) => each.endsWith('.txt'))) {
      fs.rmSync(path.join(folder, file))
    }
    for (const [index, file] of ['a.txt', 'b.txt', 'c.txt', 'd.txt'].entries()) {
      fs.writeFileSync(path.join(folder, file), `本报讯第${index}版\n${lines.join('\n')}\n`)
    }
    await openCorpus(session)
    await openPage(page, 'a.txt')
    await openPanel(page, 'Biaozhu')
    review = view(page, 'Review')
    await rows().first().waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  const rows = () => review.locator('.monaco-list-row')
  const accepted = () =>
    ['a', 'b', 'c', 'd'].reduce((sum, each) => {
      const file = path.join(session.folder, `${each}.anno.jsonl`)
      const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
      return sum + (text.match(/"status":"accepted"/g)?.length ?? 0)
    }, 0)
  const group = () => row(review, '永州市总工会')

  it('is together by name, over all pages, with its numbers', async () => {
    await pressInView(review, 'Group By', 'Group by Name, over All Pages')
    await (await group()).filter({ hasText: '1200' }).waitFor()
    await session.page.screenshot({ path: '.test/review-by-name.png' })
  })

  it('shows a group part by part, by the mouse and by the keyboard', async () => {
    const { page } = session
    const more = (left: number) => rows().filter({ hasText: `Show More…${left} more` })
    // The group is the first line; the keyboard goes on at the first line that has come where there were none.
    const goesOnAt = (line: number) =>
      review
        .locator(`.monaco-list-row.focused[data-index="${line}"]`)
        .filter({ hasText: '永州市总工会' })
        .waitFor()
    // A line with a box to tick is opened by its arrow: on its name a click only chooses it.
    await (await group()).locator('.monaco-tl-twistie').click()
    await row(review, 'Show More…')
    await more(1000).click()
    await goesOnAt(201)
    // What is typed finds the line behind the part.
    await page.keyboard.type('Show')
    await more(800).and(review.locator('.focused')).waitFor()
    await session.page.screenshot({ path: '.test/review-more.png' })
    await page.keyboard.press('Enter')
    await goesOnAt(401)
    for (const _ of ['up to the group', 'closed']) await page.keyboard.press('ArrowLeft')
    await rows().filter({ hasText: 'Show More…' }).waitFor({ state: 'detached' })
  })

  it('accepts a group in one step, which undo takes back', async () => {
    const { page } = session
    await pressInView(review, 'Show Review of This Page Only')
    await (await group()).filter({ hasText: '300' }).click()
    await page.keyboard.press('Alt+Enter')
    const box = page.locator('.quick-input-widget')
    await box.locator('.quick-input-title', { hasText: '“永州市总工会”: 300' }).waitFor()
    await page.screenshot({ path: '.test/review-group.png' })
    await page.keyboard.press('Enter')
    await passes(() => assert.equal(accepted(), 300))
    await rows().first().click()
    await page.keyboard.press('Control+z')
    await passes(() => assert.equal(accepted(), 0))
    // Before the view has heard of it, the group would be looked for in vain.
    await review.locator('.pane-header .description', { hasText: 'open: 600' }).waitFor()
    await (await group()).filter({ hasText: '300' }).waitFor()
  })

  it('is together by doubt', async () => {
    await pressInView(review, 'Group By', 'Group by Confidence, over All Pages')
    await rows().filter({ hasText: '%' }).first().waitFor()
    await session.page.screenshot({ path: '.test/review-by-doubt.png' })
  })
})
