import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { themeSettings } from '../theme.ts'
import {
  chooseTheme,
  openCorpus,
  openPanel,
  panelFrame,
  pressInView,
  row,
  runCommand,
  view,
} from '../workbench.ts'

describe('the overview', () => {
  let session: Session
  let panel: FrameLocator
  let commit: string
  const complaints: string[] = []
  before(async () => {
    session = await openSession({ settings: themeSettings('Dark Modern') })
    const { page, folder } = session
    commit = commitAll(folder)
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
    })
    await openCorpus(session)
    await openPanel(page, 'Biaozhu')
    const initiatives = view(page, 'Initiatives')
    await initiatives.locator('.monaco-list-row').first().waitFor()
    await pressInView(initiatives, 'Open Overview')
    panel = panelFrame(page)
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  const chart = (name: string): Locator => panel.locator(`section[data-chart="${name}"]`)
  const label = (name: string, text: string): Locator =>
    chart(name).locator('svg text', { hasText: new RegExp(`^${text}$`) })
  const list = (name: string): Locator => chart(name).locator('.list')

  it('has all pages in numbers, and says which commit they are', async () => {
    await panel.locator('.about', { hasText: '5 of 5 pages counted' }).waitFor()
    await panel.locator('.about', { hasText: `Commit ${commit.slice(0, 12)}` }).waitFor()
    for (const name of ['status', 'type', 'kind', 'owner', 'place', 'year', 'page']) {
      await chart(name).locator('svg path').first().waitFor({ state: 'attached' })
    }
  })

  it('has the commit on each row of its CSV', async () => {
    const { page, data } = session
    await chart('status').getByRole('button', { name: 'Export CSV…' }).click()
    const file = path.join(data, 'status.csv')
    const box = page.locator('.quick-input-widget input[type=text]')
    await passes(async () => {
      await box.fill(file)
      await page.waitForTimeout(500)
      assert.equal(await box.inputValue(), file)
    })
    await page.keyboard.press('Enter')
    await passes(() => {
      const [heading = '', ...rows] = fs.readFileSync(file, 'utf8').trim().split('\r\n')
      assert.match(heading, /^\uFEFF?corpus,commit,version,/)
      assert.ok(rows.length > 100)
      assert.ok(rows.every((line) => line.split(',')[1] === commit))
    })
  })

  it('names no commit while a page is another than in it', async () => {
    const { folder } = session
    const file = path.join(folder, '004_e29aa84e29f7afa3.txt')
    const before = fs.readFileSync(file)
    fs.appendFileSync(file, '\n')
    await panel.locator('.about', { hasText: /State [0-9a-f]{12}/ }).waitFor()
    fs.writeFileSync(file, before)
    await panel.locator('.about', { hasText: `Commit ${commit.slice(0, 12)}` }).waitFor()
  })

  it('leads by a click on a bar to the list of its spans, and from there into the text', async () => {
    const { page } = session
    await label('type', 'Organization').scrollIntoViewIfNeeded()
    const name = await label('type', 'Organization').boundingBox()
    assert.ok(name)
    // The bar begins beside its name.
    await page.mouse.click(name.x + name.width + 20, name.y + name.height / 2)
    const heading = list('type').locator('h3')
    await heading.filter({ hasText: /^Organization · suggested: \d+$/ }).waitFor()
    const number = Number(/\d+$/.exec(await heading.innerText())?.[0])
    const cell = chart('type').locator('tr', { hasText: 'Organization' }).locator('td').nth(1)
    assert.equal(await cell.innerText(), String(number))
    const first = list('type').locator('.span').first()
    const text = await first.locator('mark').innerText()
    await first.click()
    await isSelected(page, text)
  })

  it('leads by a node of the tree and by a number of a table to their spans, too', async () => {
    await chart('place').getByRole('button', { name: 'Table' }).click()
    const line = chart('place').locator('tbody tr', { hasText: '永州市' }).first()
    const number = await line.locator('td').last().innerText()
    await line.locator('td button').last().click()
    await list('place')
      .locator('h3', { hasText: `永州市: ${number}` })
      .waitFor()
    await list('place').getByRole('button', { name: 'Close list' }).click()
    await chart('place')
      .locator('svg text', { hasText: /^永州市 \d+$/ })
      .click()
    await list('place')
      .locator('h3', { hasText: `永州市: ${number}` })
      .waitFor()
  })

  it('has the colours of the theme, as soon as another one is chosen', async () => {
    const { page } = session
    const ink = async (): Promise<string> =>
      (await label('type', 'Person').getAttribute('fill')) ?? ''
    const dark = await ink()
    await chooseTheme(page, 'Light Modern')
    await passes(async () => assert.notEqual(await ink(), dark))
  })

  it('is followed by all that is known of one initiative, each fact with the words that say it', async () => {
    const { page } = session
    await runCommand(page, 'View: Close All Editors')
    const line = await row(view(page, 'Initiatives'), '产业工人队伍建设改革')
    await line.hover()
    await line.locator('.action-label[aria-label="Show All That Is Known"]').click()
    await panel.locator('h1', { hasText: '产业工人队伍建设改革' }).waitFor()
    await panel.locator('.facts dt', { hasText: 'Owner' }).waitFor()
    await panel.locator('.chart svg path').first().waitFor({ state: 'attached' })
    for (const format of ['Markdown', 'JSON']) {
      await page.locator('.statusbar', { hasText: 'Copied' }).waitFor({ state: 'hidden' })
      await panel.getByRole('button', { name: `Copy as ${format}` }).click()
      await page.locator('.statusbar', { hasText: 'Copied: 产业工人队伍建设改革' }).waitFor()
    }
    const mention = panel.locator('.line').nth(2)
    const text = await mention.locator('mark').innerText()
    await mention.click()
    await isSelected(page, text)
  })

  it('and nothing of all this was against the policy of the page', () => {
    assert.deepEqual(complaints, [])
  })
})

const english = {
  panel: 'Biaozhu',
  initiatives: 'Initiatives',
  overview: 'Open Overview',
  counted: '5 of 5 pages counted',
  known: 'Show All That Is Known',
  owner: 'Owner',
  copy: 'Copy as Markdown',
}

const chinese = {
  panel: '标注',
  initiatives: '举措',
  overview: '打开概览',
  counted: '已统计 5 / 5 个版面',
  known: '查看全部信息',
  owner: '主办',
  copy: '复制为 Markdown',
}

for (const [theme, locale] of [
  ['Light Modern', undefined],
  ['Dark Modern', 'zh-cn'],
  ['Light Modern', 'zh-cn'],
  ['Dark High Contrast', 'zh-cn'],
  ['Light High Contrast', undefined],
] as const) {
  describe(`panels in ${theme}, ${locale ?? 'en'}`, () => {
    const words = locale === undefined ? english : chinese
    let session: Session
    before(async () => {
      const settings = themeSettings(theme)
      session = await openSession({ settings, ...(locale === undefined ? {} : { locale }) })
    })
    afterEach(function () {
      return picture(session, this.currentTest)
    })
    after(() => session?.close())

    it('are the overview and all that is known of an initiative', async () => {
      const { page } = session
      const panel = panelFrame(page)
      const save = async (part: string): Promise<void> => {
        // Charts grow into their place.
        await page.waitForTimeout(1000)
        const file = `${part}-${theme.replaceAll(' ', '-')}-${locale ?? 'en'}.png`
        await page.screenshot({ path: `.test/${file}` })
      }
      await openCorpus(session)
      await openPanel(page, words.panel)
      const initiatives = view(page, words.initiatives)
      await initiatives.locator('.monaco-list-row').first().waitFor()
      await pressInView(initiatives, words.overview)
      await panel.locator('.about', { hasText: words.counted }).waitFor()
      const isContrast = await panel.locator('body[class*="vscode-high-contrast"]').count()
      assert.equal(isContrast === 1, theme.includes('High Contrast'))
      const years = panel.locator('section[data-chart="year"]')
      await years.locator('svg path').first().waitFor({ state: 'attached' })
      await save('overview')
      await years.scrollIntoViewIfNeeded()
      await save('overview-below')
      assert.ok((await contrast(panel)) >= 3)
      await page.locator('.tab.active').click({ button: 'middle' })
      const line = await row(initiatives, '产业工人队伍建设改革')
      await line.hover()
      await line.locator(`.action-label[aria-label="${words.known}"]`).click()
      await panel.locator('.facts dt', { hasText: words.owner }).waitFor()
      await panel.getByRole('button', { name: words.copy }).waitFor()
      await save('detail')
      assert.ok((await contrast(panel)) >= 3)
    })
  })
}

/** The page in front has the text selected. */
async function isSelected(page: Page, text: string): Promise<void> {
  const selected = page.locator('#status\\.editor\\.selection')
  await selected.filter({ hasText: `(${text.length} selected)` }).waitFor()
  await page.locator('.tab.active', { hasText: '.txt' }).waitFor()
}

/** The least contrast of a line of a tree or graph with what is behind it, as people who see little count it: 3 is enough. */
async function contrast(panel: FrameLocator): Promise<number> {
  const behind = await panel.locator('body').evaluate((body) => {
    return String(body.ownerDocument.defaultView.getComputedStyle(body).backgroundColor)
  })
  const lines = await panel.locator('svg path[fill="none"]').evaluateAll((paths) =>
    paths.map((path) => {
      const { stroke, strokeOpacity } = path.ownerDocument.defaultView.getComputedStyle(path)
      return [String(stroke), Number(strokeOpacity)] as const
    }),
  )
  assert.ok(lines.length > 0)
  const ground = channels(behind)
  return Math.min(
    ...lines.map(([colour, share]) => {
      const shades = [luminance(channels(colour, ground, share)), luminance(ground)]
      const [first = 0, second = 0] = shades.sort((a, b) => b - a)
      return (first + 0.05) / (second + 0.05)
    }),
  )
}

/** Red, green and blue, 0 to 255, of `rgba(…)` over `ground`, of which nothing is seen but for what `share` leaves. */
function channels(colour: string, ground: readonly number[] = [], share = 1): readonly number[] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  const own = alpha * share
  return [red, green, blue].map((value, i) => value * own + (ground[i] ?? 0) * (1 - own))
}

/** 0 to 1, after WCAG 2. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Makes a commit of the whole folder and gives its hash. */
function commitAll(folder: string): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'pages')
  return git('rev-parse', 'HEAD').trim()
}
