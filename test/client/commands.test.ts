/** package.json and the sources agree: commands, context keys, views, settings. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { reviewGroupings } from '../../client/src/review/filter.ts'
import { entityGroupings, initiativeGroupings, orders } from '../../client/src/views/grouping.ts'
import { actions } from '../../server/src/feature/annotate/actions.ts'
import { manifest, readText, sources } from './manifest.ts'

const { contributes } = manifest
const actionNames = Object.keys(actions)
const client = [...sources('client/src').values()].join('\n')
// A lens of the server leads to commands.
const server = [...sources('server/src/lsp').values()].join('\n')
const commands = contributes.commands.map(({ command }) => command)
/** Of the menus that choose how a view is shown: each value, and the same with a check mark. */
const values: Readonly<Record<string, readonly string[]>> = {
  initiativeGroupings,
  entityGroupings,
  orders,
  reviewGroupings,
}
const chosen = [...client.matchAll(/new Choice\(\s*'([\w.]+)', (\w+), /g)].flatMap(
  ([, key = '', name = '']) => {
    return (values[name] ?? assert.fail(name)).flatMap((value) => {
      const command = `${key}${value.charAt(0).toUpperCase()}${value.slice(1)}`
      return [command, `${command}On`]
    })
  },
)
const palette = new Map(
  contributes.menus.commandPalette.map(({ command, when }) => [command, when]),
)

describe('commands', () => {
  it('of package.json are the ones that are registered', () => {
    const registered = [...client.matchAll(/registerCommand\(\s*'([\w.]+)'/g)].map(
      (m) => m[1] ?? '',
    )
    assert.deepEqual([...registered, ...chosen].toSorted(), commands.toSorted())
  })

  it('that menus, keys and links name exist', () => {
    const ours = /(?:"command": "|command:)(biaozhu\.[\w.]+)/g
    const texts = readText('package.json') + readText('package.nls.json') + client
    for (const [, command = ''] of texts.matchAll(ours))
      assert.ok(commands.includes(command), command)
  })

  it('that need something under the cursor are offered only on a page', () => {
    for (const command of ['biaozhu.nextMention', 'biaozhu.readInOrder', 'biaozhu.setPageData']) {
      assert.equal(palette.get(command), 'biaozhu.page', command)
    }
    assert.match(client, /'setContext', 'biaozhu\.page'/)
  })

  it('in the palette are so few that a person can look through them', () => {
    const shown = commands.filter((command) => palette.get(command) !== 'false')
    assert.ok(shown.length < 45, `${shown.length} are shown`)
  })

  it('that the palette hides have a key, a menu or a place that calls them', () => {
    const { commandPalette: _palette, ...menus } = contributes.menus
    const called = new Set([
      ...contributes.keybindings.map(({ command }) => command),
      ...Object.values(menus).flatMap((items) => items.flatMap(({ command }) => command ?? [])),
      ...[
        ...`${client.replaceAll(/registerCommand\(\s*'[^']*'/g, '')}${server}`.matchAll(
          /'(biaozhu\.\w+)'/g,
        ),
      ].map(([, command]) => command),
    ])
    const hidden = commands.filter((command) => palette.get(command) === 'false')
    assert.deepEqual(
      hidden.filter((command) => !called.has(command)),
      [],
    )
  })

  it('of a submenu are in the category that it is named after', () => {
    const categories = new Map(
      contributes.commands.map(({ command, category }) => [command, category]),
    )
    for (const [menu, category] of [
      ['biaozhu.annotation', 'annotation'],
      ['biaozhu.reviewing', 'review'],
      ['biaozhu.structure', 'structure'],
    ] as const) {
      const items = contributes.menus[menu] ?? []
      assert.ok(items.length > 5, menu)
      for (const { command = '' } of items) {
        assert.equal(categories.get(command), `%category.${category}%`, command)
      }
    }
  })

  it('with keys take nothing from typing: each key has a modifier, but where nothing can be typed', () => {
    for (const { command, key, when = '' } of contributes.keybindings) {
      if (
        !command.startsWith('biaozhu.') ||
        when.includes('(editorReadonly || biaozhu.correcting)')
      )
        continue
      // A list of a view takes no text, and Enter is nothing that it searches for.
      if (key === 'enter' && when.includes('listFocus && !inputFocus')) continue
      // A function key types nothing.
      assert.match(key, /^(?:(?:ctrl|alt)\+|(?:shift\+)?f\d+$)/, command)
    }
  })
})

describe('the walkthrough', () => {
  const [walkthrough] = contributes.walkthroughs
  const events = walkthrough?.steps.flatMap(({ completionEvents }) => completionEvents) ?? []

  it('waits for nothing before it is shown', () => {
    assert.equal(walkthrough?.when, undefined)
  })

  it('has steps that are ticked by what was done, by key or mouse alike', () => {
    assert.ok((walkthrough?.steps ?? []).every((step) => step.completionEvents.length > 0))
    const done = events.flatMap((event) => /^onContext:biaozhu\.did\.(\w+)$/.exec(event)?.[1] ?? [])
    assert.ok(done.includes('accept') && done.includes('mark'))
    const known = new Set([...actionNames, 'hover'])
    assert.deepEqual(
      done.filter((name) => !known.has(name)),
      [],
    )
    for (const event of events)
      assert.match(event, /^on(?:Context:biaozhu\.(?:did\.|state)|Command:biaozhu\.)/)
  })
})

describe('settings', () => {
  it('that the client reads are contributed', () => {
    const contributed = Object.keys(contributes.configuration.properties)
    for (const name of [
      'pages',
      'marks.visible',
      'suggestions.visible',
      'suggestions.minimumConfidence',
    ]) {
      assert.ok(client.includes(`'${name}'`), name)
      assert.ok(contributed.includes(`biaozhu.${name}`), name)
    }
  })
})

describe('files that package.json names', () => {
  it('are there', () => {
    const root = path.resolve(import.meta.dirname, '../..')
    const named = readText('package.json').matchAll(
      /"((?:\.\/)?(?:media|syntaxes|l10n)(?:\/[\w.-]+)?)"/g,
    )
    const files = [...named].map((match) => match[1] ?? '')
    assert.ok(files.length >= 8)
    for (const file of files) assert.ok(fs.existsSync(path.join(root, file)), file)
  })
})
