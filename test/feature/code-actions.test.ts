/** What a right click, `Ctrl+.` and the card offer on a mention and on a selection. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { findPage, type PageOfCorpus } from '../../server/src/corpus/snapshot/model.ts'
import { codeActions } from '../../server/src/feature/cursor/code-actions.ts'
import { hover } from '../../server/src/feature/cursor/hover.ts'
import type { CardAct } from '../../server/src/protocol.ts'
import { annotated, type Given, pageUri } from './annotate/fixture.ts'

const ours = { ownCommands: true }
const boxes = ['Change Type…', 'Attach…', 'Note…']

describe('code actions', () => {
  it('on a suggestion decide, and ask for its type, its initiative and a note', () => {
    assert.deepEqual(offered('在⟦嘉$0兴|Place⟧举行', ours), [
      'Accept “嘉兴” as Place',
      'Reject “嘉兴” as Place',
      ...boxes,
    ])
  })

  it('on an annotation take it away', () => {
    assert.deepEqual(offered('在⟦嘉$0兴|Place!⟧举行', ours), [...boxes, 'Delete “嘉兴”'])
    const [page, span] = at('在⟦嘉$0兴|Place!⟧举行')
    const last = codeActions(page, span, ours).at(-1)
    assert(last !== undefined && 'command' in last && last.command === 'delete')
    assert.equal(last.params.id, page.document.decided[0]?.record?.id)
  })

  it('on a selection mark it with each type that has a key', () => {
    const titles = offered('在$<嘉兴>$举行', ours)
    assert.equal(titles.length, 11)
    assert.deepEqual(titles.slice(0, 3), [
      'Mark as Initiative',
      'Mark as Organization',
      'Mark as Person',
    ])
    const [page, span] = at('在$<嘉兴>$举行')
    const [first] = codeActions(page, span, ours)
    assert(first !== undefined && 'command' in first && first.command === 'mark')
    assert.deepEqual([first.params.type, first.span], ['Initiative', { start: 1, end: 3 }])
  })

  it('on a selection that is a mention are those of the mention', () => {
    assert.deepEqual(offered('在$<⟦嘉兴|Place!⟧>$举行', ours), [...boxes, 'Delete “嘉兴”'])
  })

  it('are none beside mentions, nor on a suggestion that is not shown', () => {
    assert.deepEqual(
      offered('在$0⟦嘉兴|Place⟧举行'.replace('$0', '').replace('举', '举$0'), ours),
      [],
    )
    assert.deepEqual(offered('在⟦嘉$0兴|Place⟧举行', { ...ours, suggestions: false }), [])
  })

  it('accept a rejected suggestion again, where those are shown, as its card does', () => {
    const marked = '在⟦嘉$0兴|Place-⟧举行'
    assert.deepEqual(offered(marked, ours), [])
    const shown = { ...ours, rejected: true }
    assert.deepEqual(offered(marked, shown), ['Accept “嘉兴” as Place'])
    const [page, { start }] = at(marked)
    assert.equal(hover(page, start, ours), undefined)
    const card = hover(page, start, shown)
    assert.match(card?.plain ?? '', /^嘉兴 · Place\nrejected · /)
    assert.match(card?.markdown ?? '', /\[Accept\]\(command:biaozhu\.actOnMention/)
    assert.doesNotMatch(card?.markdown ?? '', /Reject\]/)
  })

  it('name types one by one where the editor has no boxes', () => {
    const titles = offered('在⟦嘉$0兴|Place!⟧举行', {})
    assert.equal(titles.length, 11)
    assert.ok(titles.includes('Change to Group') && !titles.includes('Change to Place'))
    assert.ok(!titles.some((title) => title.endsWith('…')))
  })
})

describe('links on a card', () => {
  const acts = (marked: string, given: Given = {}): readonly CardAct[] => {
    const [page, { start }] = at(marked, given)
    const markdown = hover(page, start, ours)?.markdown ?? ''
    return [...markdown.matchAll(/\(command:biaozhu\.actOnMention\?([^)]*)\)/g)].map(
      ([, argument = '']): CardAct => JSON.parse(decodeURIComponent(argument))[0],
    )
  }

  it('do with the mention what its keys do', () => {
    const done = acts('在⟦嘉$0兴|Place⟧举行,⟦嘉兴|Place⟧好')
    assert.deepEqual(
      done.map(({ act }) => act),
      ['accept', 'reject', 'retype', 'attach', 'editNote', 'nextSameEntity'],
    )
    const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 3 } }
    assert.deepEqual(done[0], { act: 'accept', uri: pageUri, range })
    const annotation = acts('在⟦嘉$0兴|Place!⟧举行').map(({ act }) => act)
    assert.deepEqual(annotation, ['retype', 'attach', 'editNote', 'deleteMention'])
  })

  it('are there for our extension alone', () => {
    const [page, { start }] = at('在⟦嘉$0兴|Place⟧举行')
    const card = hover(page, start)
    assert.doesNotMatch(`${card?.markdown}${card?.plain}`, /command:/)
    assert.doesNotMatch(hover(page, start, ours)?.plain ?? '', /Accept/)
  })

  it('lead to pages, neighbours and the words that say an owner', () => {
    const [page, { start }] = at(
      '⟦市工会|Organization!⟧办⟦助企$0行动|Initiative!⟧。⏎⟦助企行动|Initiative!⟧。',
      {
        relations: [['actor', 2, 0]],
      },
    )
    const markdown = hover(page, start)?.markdown ?? ''
    assert.ok(markdown.includes(`[1\\.txt](${pageUri}#L1,5) (2)`), markdown)
    assert.ok(markdown.includes(`Before: [市工会](${pageUri}#L1,1) (Organization)`), markdown)
    assert.ok(markdown.includes(`Owner: [市工会](${pageUri}#L1,1)`), markdown)
  })

  it('say nothing twice: neither what relations say, nor what the editor shows as a problem', () => {
    const doubt = { anchor: 'changed', marked: ['旧'] } as const
    const [page, { start }] = at('⟦市工会|Organization!⟧办⟦助企$0行动|Initiative!⟧。', {
      relations: [['actor', 1, 0]],
      records: { 1: doubt },
    })
    const card = hover(page, start, ours)
    assert.ok(card?.markdown.includes('actor: [市工会]'), card?.markdown)
    assert.doesNotMatch(card?.markdown ?? '', /Owner|has become/)
    assert.match(card?.plain ?? '', /has become/)
  })
})

function at(marked: string, given: Given = {}): [PageOfCorpus, { start: number; end: number }] {
  const { workspace, cursor, selection } = annotated(marked, given)
  const page = findPage(workspace.snapshot(), pageUri)
  assert.ok(page)
  const start = cursor ?? 0
  return [page, selection ?? { start, end: start }]
}

function offered(marked: string, shown: Parameters<typeof codeActions>[2]): readonly string[] {
  const [page, span] = at(marked)
  return codeActions(page, span, shown).map(({ title }) => title)
}
