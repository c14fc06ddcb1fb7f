import assert from 'node:assert/strict'
import type { Analyser } from '../../../server/src/corpus/analysis/analysis.ts'
import { defaultConfig } from '../../../server/src/corpus/config/config.ts'
import type { LearnPages } from '../../../server/src/corpus/learning/learn-in-worker.ts'
import { PersonalModels } from '../../../server/src/corpus/learning/personal-models.ts'
import { createRetraining } from '../../../server/src/corpus/learning/retraining.ts'
import { Workspace } from '../../../server/src/corpus/snapshot/workspace.ts'
import {
  markPage,
  type TrainingPage,
} from '../../../server/src/recognition/personal/marked-lines.ts'
import { createRecogniser } from '../../../server/src/recognition/recognise.ts'
import { lexicon } from '../../lexicon.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { feastPages, feasts, learned, shipped, taggerOf } from '../../recognition/personal/pages.ts'
import { means } from '../../recognition/recognised.ts'

const root = 'file:///corpus'
const recogniser = createRecogniser(means)
const analyser: Analyser = {
  lexicon,
  page: analysePage,
  mentions: (text, page, marks) => recogniser.mentions(text, page, marks),
  learned: (page) => markPage(page, means),
  shipped: () => shipped,
  personal: taggerOf,
}
const learn: LearnPages = async (marked, { last }) => {
  const all = []
  for await (const page of marked) all.push(page)
  return learned({ pages: all, last })
}

/** A corpus of done pages and one that is not, with nothing learned yet. */
function created({ on = true, after = 5, outdated = false } = {}) {
  const workspace = new Workspace(analyser)
  const types = [{ name: 'Feast', labelZh: '节庆', superType: 'type' }]
  const config = { ...defaultConfig, pages: ['*.txt'], schema: { types } }
  workspace.apply({
    kind: 'corpora',
    corpora: [{ root, config, configUri: undefined, problems: [] }],
  })
  add(workspace, 'new.txt', '说起蜜橘节，人人都很高兴，纷纷点头。')
  const retraining = createRetraining({
    storage: undefined,
    analyser,
    recogniser: '1',
    warn: assert.fail,
    learn,
  })
  const settings = { on, after }
  const changed: string[] = []
  const models = new PersonalModels({
    workspace,
    retraining: () => ({
      ...retraining,
      isRunning: retraining.isRunning,
      isOutdated: () => Promise.resolve(outdated),
    }),
    isOn: () => settings.on,
    afterPages: () => settings.after,
    changed: (uris) => changed.push(...uris),
  })
  return { workspace, models, settings, changed }
}

function add(workspace: Workspace, path: string, text: string): void {
  const content = { text, encoding: 'utf8', state: 'ready' } as const
  workspace.apply({ kind: 'file', uri: `${root}/${path}`, content })
}

function finish(workspace: Workspace, { id, text, mentions }: TrainingPage): void {
  add(workspace, id, text)
  const spans = mentions.map(({ span: { start, end }, type }, at) => ({
    kind: 'span' as const,
    id: `s${at}`,
    at: [[start, end] as const],
    quote: [text.slice(start, end)],
    prefix: '',
    suffix: '',
    type,
    status: 'accepted' as const,
  }))
  workspace.apply({
    kind: 'annotate',
    edits: [
      { uri: `${root}/${id}`, put: [...spans, { kind: 'page', id: 'd', what: 'done' }], drop: [] },
    ],
  })
}

function feastsOn(workspace: Workspace): readonly string[] {
  const mentions = workspace.snapshot().corpora[0]?.find(`${root}/new.txt`)?.mentions ?? []
  return mentions.filter(({ type }) => type === 'Feast').map(({ text }) => text)
}

describe('models of a corpus', () => {
  it('are learned after some pages are done, and pages not looked at have their names', async () => {
    const { workspace, models, changed } = created({ after: 4 })
    const reports = []
    for (const page of feastPages(feasts)) {
      finish(workspace, page)
      reports.push((await models.pageDone(root))?.kind)
    }
    assert.deepEqual(reports, [undefined, undefined, undefined, 'judged', undefined])
    await models.follow()
    assert.deepEqual(feastsOn(workspace), ['蜜橘节'])
    assert.ok(changed.includes(`${root}/new.txt`))
  })

  it('are learned anew with the first page done, once, where what was learned cannot be used', async () => {
    const { workspace, models } = created({ outdated: true })
    const reports = []
    for (const page of feastPages(feasts.slice(0, 3))) {
      finish(workspace, page)
      reports.push((await models.pageDone(root))?.kind)
    }
    assert.deepEqual(reports, [undefined, 'judged', undefined])
  })

  it('are learned only when asked for where the setting says so', async () => {
    const { workspace, models } = created({ after: 0 })
    for (const page of feastPages(feasts)) {
      finish(workspace, page)
      assert.equal(await models.pageDone(root), undefined)
    }
    assert.deepEqual(feastsOn(workspace), [])
    assert.equal((await models.retrain(root)).kind, 'judged')
    await models.follow()
    assert.deepEqual(feastsOn(workspace), ['蜜橘节'])
  })

  it('can be switched off and on again', async () => {
    const { workspace, models, settings } = created()
    for (const page of feastPages(feasts)) finish(workspace, page)
    await models.retrain(root)
    settings.on = false
    await models.follow()
    assert.deepEqual(feastsOn(workspace), [])
    settings.on = true
    await models.follow()
    assert.deepEqual(feastsOn(workspace), ['蜜橘节'])
  })

  it('say so where pages are missing', async () => {
    const { models } = created()
    assert.deepEqual(await models.retrain(root), { kind: 'tooFewPages', pages: 0 })
    assert.deepEqual(await models.retrain('file:///nowhere'), { kind: 'tooFewPages', pages: 0 })
  })

  it('stay where a page is marked or edited', async () => {
    const { workspace, models } = created()
    for (const page of feastPages(feasts)) finish(workspace, page)
    await models.retrain(root)
    await models.follow()
    const [another] = feastPages([['石榴节']])
    if (another !== undefined) finish(workspace, { ...another, id: 'another.txt' })
    add(workspace, 'new.txt', '说起蜜桃节，人人都很高兴，纷纷点头。')
    assert.deepEqual(feastsOn(workspace), ['蜜桃节'])
  })
})
