import assert from 'node:assert/strict'
import { defined } from '../../../server/src/values/defined.ts'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { contributed, themeSettings } from '../theme.ts'
import { cardOf, colours, name, openCorpus, openPage, openPanel, row, view } from '../workbench.ts'

/** What the interface says in each language. */
const languages = [
  {
    locale: undefined,
    panel: 'Biaozhu',
    initiatives: 'Initiatives',
    entities: 'Entities',
    initiative: 'Initiative',
  },
  { locale: 'zh-cn', panel: '标注', initiatives: '举措', entities: '实体', initiative: '举措' },
] as const

for (const language of languages) {
  describe(`reading the corpus, interface in ${language.locale ?? 'en'}`, () => {
    let session: Session
    before(async () => {
      session = await openSession({
        ...defined({ locale: language.locale }),
        settings: themeSettings('Dark Modern'),
      })
      await openCorpus(session)
    })
    afterEach(function () {
      return picture(session, this.currentTest)
    })
    after(() => session?.close())

    it('a page shows its names in colour', async () => {
      await openPage(session.page, '002')
      await name(session.page, '助企十条').waitFor()
      const known = [...contributed('Dark Modern').values()]
      await passes(async () => {
        const seen = await colours(session.page)
        assert.ok(known.filter((colour) => seen.includes(colour)).length >= 4, seen.join(' '))
      })
    })

    it('a name under the pointer shows its card', async () => {
      const text = await cardOf(session.page, '助企十条')
      assert.match(text, new RegExp(`^助企十条 · ${language.initiative}`))
    })

    it('an initiative of the panel leads to its mention', async () => {
      const { page } = session
      await openPage(page, '000')
      await openPanel(page, language.panel)
      const initiative = await row(view(page, language.initiatives), '助企十条')
      await initiative.click()
      await page.locator('.tab.active', { hasText: '002_' }).waitFor()
      await page.locator('#status\\.editor\\.selection', { hasText: '(4 selected)' }).waitFor()
    })

    it('the entities stand below, by type', async () => {
      const entities = view(session.page, language.entities)
      await entities.locator('.pane-header').waitFor()
      await passes(async () => {
        assert.ok((await entities.locator('.monaco-list-row').count()) > 3)
      })
    })

    it('nothing is said that was not asked for', async () => {
      assert.equal(await session.page.locator('.notification-toast').count(), 0)
    })
  })
}
