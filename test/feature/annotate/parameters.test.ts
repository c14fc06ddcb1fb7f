/** What clients send is checked: each parameter that is missing or wrong is named. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { ActionName, AnyResult } from '../../../server/src/feature/annotate/action.ts'
import { actions, isActionName, runAction } from '../../../server/src/feature/annotate/actions.ts'
import type { Json, JsonObject } from '../../../server/src/values/json.ts'
import { annotated, pageUri } from './fixture.ts'

const { workspace, acting } = annotated('送清凉⏎⟦嘉兴市|Place!⟧启动⟦送清凉|Initiative!⟧。')
const mention = { uri: pageUri, id: 'm0' }

/** The refusal of a command; its kind where it is not refused. */
function refusal(name: ActionName, values: JsonObject): string {
  const result: AnyResult = runAction(name, values, workspace.snapshot(), acting.context)
  return result.kind === 'refused' ? result.message : result.kind
}

function wrong(parameter: string): string {
  return `The parameter “${parameter}” is missing or has a wrong value.`
}

describe('the parameters of a command', () => {
  it('name a page', () => {
    assert.equal(refusal('accept', {}), wrong('uri'))
    assert.equal(refusal('accept', { uri: 3 }), wrong('uri'))
    assert.equal(
      refusal('accept', { uri: 'file:///elsewhere.txt' }),
      'This file is no page of a corpus.',
    )
  })

  it('have the form that the command says', () => {
    const cases: readonly (readonly [ActionName, JsonObject, string])[] = [
      ['mark', { uri: pageUri, position: { line: 1, character: 0 } }, 'type'],
      ['mark', { uri: pageUri, type: 'Place', range: { start: 1, end: 2 } }, 'range'],
      ['mark', { uri: pageUri, type: 'Place', ranges: [{}] }, 'ranges'],
      ['mark', { uri: pageUri, type: 'Place', position: { line: 0.5, character: 0 } }, 'position'],
      ['setAttributes', { ...mention, attributes: ['part'] }, 'attributes'],
      ['widen', { ...mention, side: 'left' }, 'side'],
      ['widen', { ...mention, side: 'end', by: 'line' }, 'by'],
      ['accept', { ...mention, advance: 'yes' }, 'advance'],
      ['accept', { ...mention, filter: [] }, 'filter'],
      ['setUnsure', { ...mention, unsure: 1 }, 'unsure'],
      ['detach', { uri: pageUri, id: 1 }, 'id'],
      ['attach', { uri: pageUri, type: 'place', from: 'm1', to: { id: 'm0' } }, 'from'],
      ['attach', { uri: pageUri, type: 'place', from: { id: 'm1' }, to: { id: 1 } }, 'to'],
      ['moveBlock', { uri: pageUri, article: -1 }, 'article'],
      ['setTitles', { uri: pageUri, article: 0 }, 'ranges'],
      ['setBlockKind', { uri: pageUri, kind: 'verse' }, 'kind'],
      ['setPageData', { uri: pageUri, date: '22.11.2021' }, 'date'],
      ['acceptMany', { uri: pageUri, items: [{ uri: pageUri }] }, 'items'],
      ['acceptAllOfName', { ...mention, scope: 'all' }, 'scope'],
      ['import', { plan: '1', onConflict: 'mine' }, 'onConflict'],
    ]
    for (const [name, values, parameter] of cases) {
      assert.equal(refusal(name, values), wrong(parameter), `${name} ${JSON.stringify(values)}`)
    }
  })

  it('may be left out as `null` where they are optional, unless `null` says something', () => {
    const left = { ...mention, position: null, note: null, type: 'Group', attributes: null }
    assert.equal(refusal('retype', left), 'edits')
    assert.equal(refusal('setNote', { ...mention, note: null }), 'edits')
    assert.equal(refusal('setNote', mention), wrong('note'))
  })

  it('name pages in lists, where one that is gone has no mentions', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }
    const items = [{ uri: 'file:///corpus/gone.txt', range }]
    assert.equal(
      refusal('acceptMany', { uri: pageUri, items }),
      'None of these is a suggestion any more.',
    )
  })

  it('whatever they are, are read or refused', () => {
    const odd: readonly Json[] = [null, 0, -1, 1e99, '', 'x', true, [], {}, [[]], [{}], { a: [] }]
    const names = Object.keys(actions).filter(isActionName)
    for (const name of names) {
      const parameters = ['uri', ...Object.keys(actions[name].parameters)]
      for (const parameter of parameters) {
        for (const value of odd) {
          const kind = refusal(name, { ...mention, [parameter]: value })
          assert.ok(kind.length > 0, `${name} ${parameter} ${JSON.stringify(value)}`)
        }
      }
    }
  })
})
