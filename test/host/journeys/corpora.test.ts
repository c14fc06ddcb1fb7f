import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { name, openPage, openPanel, runCommand, view } from '../workbench.ts'

const text = '市总工会助力企业\n\n本报讯 永州市总工会开展“安康杯”竞赛活动。\n'

describe('folders of pages', () => {
  let session: Session
  before(async () => {
    session = await openSession({ settings: { 'biaozhu.annotator': '王丽' } })
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  /** Makes a folder with these files and gives its path. */
  const folder = (name: string, files: Readonly<Record<string, string>>): string => {
    const root = path.join(session.data, name)
    for (const [file, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      fs.writeFileSync(path.join(root, file), content)
    }
    return root
  }
  const answer = async (prompt: string, expected: string, typed = expected): Promise<void> => {
    const box = session.page.locator('.quick-input-widget', { hasText: prompt })
    const input = box.locator('input[type=text]')
    await input.waitFor()
    assert.equal(await input.inputValue(), expected)
    if (typed !== expected) await input.fill(typed)
    await session.page.keyboard.press('Enter')
    await box.waitFor({ state: 'hidden' })
  }
  const groups = () => view(session.page, 'Initiatives').locator('[aria-level="1"]')

  it('of Chinese texts are asked about once, and show their marks', async () => {
    const { page, url } = session
    const root = folder('unknown', { 'a.txt': text, 'b.txt': text })
    const asked = page.locator('.notification-toast', { hasText: 'Are the texts in “unknown”' })
    await page.goto(`${url}/?folder=${encodeURIComponent(root)}`)
    await asked.getByRole('button', { name: 'Show Marks' }).click()
    await page.locator('.tab.active', { hasText: 'a.txt' }).waitFor()
    await name(page, '永州市总工会').waitFor()
    await asked.waitFor({ state: 'hidden' })
    assert.equal(fs.existsSync(path.join(root, 'corpus.json')), false)
    const settings = JSON.parse(fs.readFileSync(path.join(root, '.vscode/settings.json'), 'utf8'))
    assert.deepEqual(settings, { 'biaozhu.pages': ['**/*.txt'] })
  })

  it('become a corpus by New Corpus Here', async () => {
    const { page, url } = session
    const root = folder('new', { '20211122-05.txt': text, '20211122-06.txt': text })
    await page.goto(`${url}/?folder=${encodeURIComponent(root)}`)
    await openPanel(page, 'Biaozhu')
    await view(page, 'Initiatives').locator('.monaco-button', { hasText: 'New Corpus' }).click()
    await answer('Which files are pages?', '**/*.txt')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'gb18030' }).click()
    await answer('Name of the newspaper', '', '测试日报')
    await page.locator('.quick-input-list', { hasText: '2021-11-22, page 5' }).waitFor()
    await page.keyboard.press('Enter')
    await answer('Your name', '王丽')
    await page.locator('.tab.active', { hasText: '20211122-05.txt' }).waitFor()
    await name(page, '永州市总工会').waitFor()
    const { fileNames, ...rest } = config(root)
    assert.match(String(fileNames), /\?<page>/)
    const expected = { name: 'new', pages: ['**/*.txt'], encoding: 'gb18030' }
    assert.deepEqual(rest, { ...expected, newspaper: '测试日报' })
    await groups().filter({ hasText: '测试日报 2021-11-22 p. 5' }).waitFor()
  })

  it('have data of their pages, offered as far as known', async () => {
    const { page, data } = session
    await openPage(page, '20211122-06')
    await name(page, '永州市总工会').waitFor()
    await runCommand(page, 'Biaozhu Page Structure: Set Page Data')
    await answer('Name of the newspaper', '测试日报')
    await answer('Date, such as', '2021-11-22', '2021-11-23')
    await answer('Number of the page', '6', '7')
    // The name of the newspaper is that of the corpus.
    const values = { date: '2021-11-23', number: 7 }
    await passes(() => {
      const sidecar = path.join(data, 'new', '20211122-06.anno.jsonl')
      assert.deepEqual(pageDataIn(fs.readFileSync(sidecar, 'utf8')), [values])
    })
    await groups().filter({ hasText: '测试日报 2021-11-23 p. 7' }).waitFor()
  })

  it('are several corpora in one window, by corpus.json within each other or by the setting', async () => {
    const { page, url } = session
    const outer = folder('outer', {
      'corpus.json': '{"newspaper": "外报"}',
      '1.txt': text,
      'inner/corpus.json': '{"pages": ["*.page"]}',
      'inner/2.page': text,
      'inner/3.txt': text,
    })
    const bare = folder('bare', {
      '.vscode/settings.json': '{"biaozhu.pages": ["*.news"]}',
      '4.news': text,
      '5.txt': text,
    })
    const file = path.join(session.data, 'several.code-workspace')
    fs.writeFileSync(file, JSON.stringify({ folders: [{ path: outer }, { path: bare }] }))
    await openWorkspace(page, `${url}/?workspace=${encodeURIComponent(file)}`)
    await openPanel(page, 'Biaozhu')
    await passes(async () => {
      const labels = await groups().locator('.label-name').allInnerTexts()
      assert.deepEqual(labels, ['4.news', '1.txt', '2.page'])
    })
  })

  it('may hold a page over 5 MB, which opens without marks and says so once', async () => {
    const { page, url } = session
    const root = folder('large', {
      'corpus.json': '{}',
      'large.txt': text.repeat(60_000),
      'small.txt': text,
    })
    await page.goto(`${url}/?folder=${encodeURIComponent(root)}`)
    await page.getByRole('treeitem', { name: 'corpus.json' }).waitFor({ timeout: 60_000 })
    await openPage(page, 'large.txt')
    const told = page.locator('.notification-toast', { hasText: 'is larger than 5 MB' })
    await told.waitFor()
    assert.equal(await name(page, '永州市总工会').count(), 0)
    // Its buttons are there under the pointer.
    await told.hover()
    await told.locator('.codicon-notifications-clear').click()
    await told.waitFor({ state: 'hidden' })
    await openPage(page, 'small.txt')
    await name(page, '永州市总工会').waitFor()
    await openPage(page, 'large.txt')
    await page.waitForTimeout(1000)
    assert.equal(await told.count(), 0)
  })
})

/** VS Code at times reads a workspace file too early, as one without folders: then it is opened anew. */
async function openWorkspace(page: Session['page'], url: string): Promise<void> {
  const folders = page.locator('.explorer-folders-view .monaco-list-row[aria-level="1"]')
  for (let attempt = 1; ; attempt++) {
    await page.goto(url)
    try {
      await folders.first().waitFor({ timeout: 30_000 })
      return
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

function config(root: string): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(path.join(root, 'corpus.json'), 'utf8'))
}

/** Values of the records in a sidecar that set data of its page. */
function pageDataIn(sidecar: string): readonly unknown[] {
  return sidecar
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ kind, what }) => kind === 'page' && what === 'data')
    .map(({ value }) => value)
}
