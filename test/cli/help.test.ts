import assert from 'node:assert/strict'
import { commands } from '../../server/src/command/commands.ts'
import { parseCall } from '../../server/src/command/parse.ts'
import { displayWidth } from '../../server/src/text/columns.ts'
import { run } from './run.ts'

describe('biaozhu --help', () => {
  it('lists every command, once and in 80 columns', async () => {
    const { out } = await run('--help')
    for (const { name, summary } of commands) {
      assert.equal(out.split(`\n  ${name} `).length, 2, name)
      assert.ok(out.includes(summary), name)
    }
    for (const line of out.split('\n')) assert.ok(displayWidth(line) <= 82, line)
  })

  it('of a command says what it does, its options and examples', async () => {
    for (const { name, options, examples } of commands) {
      for (const args of [`${name} --help`, `--help ${name}`, `${name} -h`]) {
        const { out, status, error } = await run(args)
        assert.deepEqual([status, error], [0, ''])
        assert.match(out, new RegExp(`\nUsage:\n  biaozhu ${name}[ \n]`))
        const [before = ''] = out.split('\nExamples:')
        for (const line of before.split('\n')) {
          assert.ok(displayWidth(line) <= 80 && !line.endsWith(' '), line)
        }
        for (const option of options) assert.ok(out.includes(`\n  --${option.name}`), option.name)
        for (const example of examples) assert.ok(out.includes(`\n  ${example}\n`), example)
        assert.match(out, /\nExit status: 0 /)
      }
    }
  })
})

describe('commands', () => {
  it('agree on which options take a value', () => {
    const kinds = new Map<string, string>()
    for (const { name, value, values } of commands.flatMap(({ options }) => options)) {
      const kind = value === undefined && values === undefined ? 'flag' : 'value'
      assert.equal(kinds.get(name) ?? kind, kind, name)
      kinds.set(name, kind)
    }
    assert.equal(kinds.get('format'), 'value')
  })

  it('have examples that can be called so', () => {
    const calls = commands
      .flatMap(({ examples }) => examples)
      .filter((example) => example.startsWith('biaozhu '))
    assert.ok(calls.length >= 10)
    for (const example of calls) {
      const args = (example.split(/ [|<>]/)[0] ?? '').split(' ').slice(1)
      assert.equal(parseCall(args, commands).kind, 'call', example)
    }
  })

  it('take what stands behind -- as it is', () => {
    const parsed = parseCall(['score', '--', '--errors', 'Person'], commands)
    assert.deepEqual(parsed.kind === 'call' && parsed.call.operands, ['--errors', 'Person'])
  })
})

describe('an option that takes many', () => {
  const listsOf = (args: string) => {
    const parsed = parseCall(args.split(' '), commands)
    assert.equal(parsed.kind, 'call', args)
    const { lists, operands } =
      parsed.kind === 'call' ? parsed.call : { lists: new Map(), operands: [] }
    return [operands, lists.get('against') ?? []]
  }

  it('has all that stands behind it, up to the next option or --', () => {
    assert.deepEqual(listsOf('score a b --against c d --format jsonl'), [
      ['a', 'b'],
      ['c', 'd'],
    ])
    assert.deepEqual(listsOf('score --against c --confusion a'), [['a'], ['c']])
    assert.deepEqual(listsOf('score --against=c d -- a --b'), [
      ['a', '--b'],
      ['c', 'd'],
    ])
    assert.deepEqual(listsOf('score a --against c --confusion --against d e'), [
      ['a'],
      ['c', 'd', 'e'],
    ])
    assert.deepEqual(listsOf('score a'), [['a'], []])
  })

  it('stands behind the operands in help', async () => {
    assert.match((await run('score --help')).out, /\n {2}biaozhu score GOLD… \[--against PATH…\]/)
  })
})
