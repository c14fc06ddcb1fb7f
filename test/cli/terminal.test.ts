import assert from 'node:assert/strict'
import { terminal } from '../../server/src/disk/terminal.ts'

function stream(isTTY: boolean) {
  const seen: string[] = []
  return { isTTY, seen, write: (text: string) => seen.push(text) }
}

describe('the terminal', () => {
  it('is not steered by results, errors and progress', () => {
    const [results, errors] = [stream(true), stream(true)]
    const { out, error, progress } = terminal(results, errors)
    out('{"text":"\u009b31m"}\r\n')
    error('biaozhu: no such file: \u001b]0;x\u0007\n')
    progress('1/2 \u202e.txt')
    assert.deepEqual(results.seen, ['{"text":"\\u009b31m"}\r\n'])
    assert.deepEqual(errors.seen, [
      'biaozhu: no such file: \\u001b]0;x\\u0007\n',
      '1/2 \\u202e.txt',
    ])
  })
})

describe('progress', () => {
  it('is one line on a terminal, which errors take the place of', () => {
    const out = stream(true)
    let now = 1000
    const { error, progress } = terminal(stream(true), out, () => now)
    progress('1/3 a.txt')
    progress('2/3 b.txt')
    now += 200
    progress('3/3 c.txt')
    error('biaozhu: cannot read d.txt\n')
    progress('')
    const clear = '\r\u001B[K'
    assert.deepEqual(out.seen, [
      '1/3 a.txt',
      clear,
      '3/3 c.txt',
      clear,
      'biaozhu: cannot read d.txt\n',
    ])
  })

  it('is nothing in a pipe or a file', () => {
    const out = stream(false)
    const { error, progress } = terminal(stream(false), out)
    progress('1/3 a.txt')
    progress('')
    error('x\n')
    assert.deepEqual(out.seen, ['x\n'])
  })
})
