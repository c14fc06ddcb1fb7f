import assert from 'node:assert/strict'
import type { Mention } from '../../../server/src/annotation/record/mention.ts'
import { defaultConfig } from '../../../server/src/corpus/config/config.ts'
import { findPage, type PageOfCorpus } from '../../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../../server/src/corpus/snapshot/workspace.ts'
import type { ActionName } from '../../../server/src/feature/annotate/action.ts'
import type { Span } from '../../../server/src/text/span.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { lexicon } from '../../lexicon.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { recognise } from '../../recognition/recognised.ts'
import { Acting } from '../annotate/acting.ts'
import { root } from '../annotate/fixture.ts'

/** Pages with the suggestions of the real recogniser. */
function workspaceOf(pages: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace({ lexicon, page: analysePage, mentions: recognise })
  workspace.apply({
    kind: 'corpora',
    corpora: [{ root, config: defaultConfig, configUri: undefined, problems: [] }],
  })
  for (const [path, text] of Object.entries(pages)) put(workspace, path, text)
  return workspace
}

function put(workspace: Workspace, path: string, text: string): void {
  const content = { text, encoding: 'utf8', state: 'ready' } as const
  workspace.apply({ kind: 'file', uri: `${root}/${path}`, content })
}

function placeOf(workspace: Workspace, path: string): PageOfCorpus {
  const place = findPage(workspace.snapshot(), `${root}/${path}`)
  assert.ok(place)
  return place
}

function named(workspace: Workspace, path: string, name: string): Mention | undefined {
  return placeOf(workspace, path).document.mentions.find(({ text }) => text === name)
}

function act(
  workspace: Workspace,
  name: ActionName,
  path: string,
  { span, values }: { readonly span: Span | undefined; readonly values?: JsonObject },
): void {
  const result = new Acting(workspace).act(name, `${root}/${path}`, values, { span })
  assert.equal(result.kind, 'edits')
}

/** Acts on the mention `text`. */
function run(
  workspace: Workspace,
  name: ActionName,
  path: string,
  text: string,
  values: JsonObject = {},
): void {
  act(workspace, name, path, { span: named(workspace, path, text)?.spans[0], values })
}

const page = '工会新闻\n本报讯 嘉兴市总工会在南湖区举行比赛。嘉兴市总工会说,比赛很好。\n'

describe('a rejected suggestion', () => {
  it('does not come back when the page is analysed again, also where the text has moved', () => {
    const workspace = workspaceOf({ '1.txt': page })
    assert.equal(named(workspace, '1.txt', '南湖区')?.status, 'suggested')
    run(workspace, 'reject', '1.txt', '南湖区')
    const statuses = () =>
      placeOf(workspace, '1.txt')
        .document.mentions.filter(({ text, type }) => text === '南湖区' && type === 'Place')
        .map(({ status, spans }) => `${status} ${spans[0]?.start}`)
    const at = page.indexOf('南湖区')
    assert.deepEqual(statuses(), [`rejected ${at}`])
    const moved = page.replace('本报讯', '本报讯 记者王丽报道')
    put(workspace, '1.txt', moved)
    assert.deepEqual(statuses(), [`rejected ${moved.indexOf('南湖区')}`])
  })

  it('does not come back where its name is cut by another block', () => {
    const cut = '工会新闻\n本报讯 昨日,嘉兴市总\n\n图为活动现场。\n\n工会在南湖区举行比赛。\n'
    const workspace = workspaceOf({ '1.txt': cut })
    const pieces = placeOf(workspace, '1.txt').document.mentions.find(
      ({ spans }) => spans.length > 1,
    )
    if (pieces === undefined) return assert.fail('the name is not found in its pieces')
    run(workspace, 'reject', '1.txt', pieces.text)
    const again = placeOf(workspace, '1.txt').document.mentions.filter(
      ({ text, type }) => text === pieces.text && type === pieces.type,
    )
    assert.deepEqual(
      again.map(({ status }) => status),
      ['rejected'],
    )
  })

  it('is none on new pages when its name was rejected in the corpus', () => {
    const workspace = workspaceOf({ '1.txt': page })
    run(workspace, 'rejectAllOfName', '1.txt', '嘉兴市总工会', { scope: 'corpus' })
    put(workspace, '2.txt', '简讯\n本报讯 嘉兴市总工会开会。\n')
    assert.equal(named(workspace, '2.txt', '嘉兴市总工会'), undefined)
  })
})

describe('a mark', () => {
  it('is offered everywhere else as a suggestion', () => {
    const workspace = workspaceOf({
      '1.txt': '简讯\n比赛在富润园举行。\n',
      '2.txt': '简讯\n昨日,富润园开放。\n',
    })
    const start = placeOf(workspace, '1.txt').document.text.indexOf('富润园')
    const span = { start, end: start + 3 }
    act(workspace, 'mark', '1.txt', { span, values: { type: 'Organization' } })
    assert.equal(named(workspace, '2.txt', '富润园')?.type, 'Organization')
    run(workspace, 'markEverywhere', '1.txt', '富润园', { apply: true })
    assert.equal(named(workspace, '2.txt', '富润园')?.status, 'accepted')
  })
})
