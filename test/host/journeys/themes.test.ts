import assert from 'node:assert/strict'
import { passes } from '../../eventually.ts'
import { openSession, picture, type Session } from '../session.ts'
import { contributed, themeSettings, themes } from '../theme.ts'
import { chooseTheme, colours, name, openCorpus, openPage } from '../workbench.ts'

describe('colours of a page', () => {
  let session: Session
  before(async () => {
    session = await openSession({ settings: themeSettings('Light Modern') })
    await openCorpus(session)
    await openPage(session.page, '002')
    await name(session.page, '助企十条').waitFor()
  })
  afterEach(function () {
    return picture(session, this.currentTest)
  })
  after(() => session?.close())

  for (const theme of Object.keys(themes)) {
    it(`are the extension’s own in ${theme}`, async () => {
      await chooseTheme(session.page, theme)
      const known = contributed(theme)
      await passes(async () => {
        const seen = await colours(session.page)
        const types = [...known].filter(([, colour]) => seen.includes(colour)).map(([type]) => type)
        assert.ok(types.includes('initiative'), `only ${types}`)
        assert.ok(types.length >= 4, `only ${types}`)
      })
    })
  }
})
