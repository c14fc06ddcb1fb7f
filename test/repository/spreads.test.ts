import assert from 'node:assert/strict'
import { files, read } from './sources.ts'

/**
 * A call takes some 120,000 arguments: what users bring is longer. `append` of values/, a loop or `concat` take any list.
 * Here it is known that the list is short.
 */
const short = [
  'client/src/change/history.ts: to.push(...from.splice(at, 1))',
  'client/src/exchange/choose.ts: items.push(...folders.map(',
  'server/src/command/help.ts: Math.max(...rows.map(',
  'server/src/page/articles/orphans.ts: only.titles.unshift(...last.titles.splice(0, 20))',
  'server/src/entity/facts/model.ts: String.fromCharCode(...bytes.subarray(0, 4))',
  'server/src/recognition/personal/label-model.ts: String.fromCharCode(...bytes.subarray(',
  'server/src/text/edited-text.ts: this.#pieces.splice(first, last - first + 1, ...pieces)',
  'server/src/entity/name-tree.ts: rows.splice(placeOf(rows, page), before, ...one)',
]

const spread =
  /[\w.#[\]]*(?:\b(?:min|max|push|unshift|splice|assign|fromCharCode|fromCodePoint|concat)|\bset)\((?:[^()\n]|\([^()\n]*\))*\.\.\.[^\n]*/g
const comment = /^\s*(?:\/\/|\*|\/\*)/

function withoutLiterals(line: string): string {
  const shorter = line.replace(/\{[^{}]*\}|\[[^[\]]*\]/g, '0')
  return shorter === line ? line : withoutLiterals(shorter)
}

describe('lists of users', () => {
  it('are never the arguments of a call', () => {
    const found = files('server/src/**/*.ts', 'client/src/**/*.ts').flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => !comment.test(line))
        // An object or a list that is one argument is no list of arguments.
        .map(withoutLiterals)
        .flatMap((line) => [...line.matchAll(spread)].map(([call]) => `${file}: ${call}`)),
    )
    const others = found.filter((call) => !short.some((known) => call.startsWith(known)))
    assert.deepEqual(others, [])
  })
})
