import assert from 'node:assert/strict'
import { commands } from '../../server/src/command/commands.ts'
import { parseCall } from '../../server/src/command/parse.ts'
import { read } from './sources.ts'

const text = read('docs/command-line.md')

describe('the documentation of the command line', () => {
  it('has every command in a heading', () => {
    const headings = text.match(/^## .*$/gm)?.join(' ') ?? ''
    for (const { name } of commands) assert.match(headings, new RegExp(`[ ,]${name}\\b`))
  })

  it('has examples that can be called so', () => {
    const calls = [...text.matchAll(/^(?:\$ )?biaozhu (.*)$/gm)].map(([, call = '']) => call)
    assert.ok(calls.length >= 20)
    for (const call of calls) {
      const args = (call.split(/ [|<>]/)[0] ?? '').split(' ')
      assert.equal(parseCall(args, commands).kind, 'call', call)
    }
  })
})
