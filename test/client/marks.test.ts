/** Which marks are shown, and the colours they have. */
import assert from 'node:assert/strict'
import { colorId, knownTypes, rangesByKind, visibleMarks } from '../../client/src/marks/kinds.ts'
import { markAt, overlapping } from '../../client/src/marks/overlaps.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import type { Mark } from '../../server/src/protocol.ts'
import { manifest } from './manifest.ts'

const range = (line: number) => ({
  start: { line, character: 0 },
  end: { line, character: 4 },
})
const mark = (type: string, status: Mark['status'], ...lines: number[]): Mark => ({
  type,
  status,
  ranges: lines.map(range),
})

describe('marks', () => {
  const marks = [
    mark('Place', 'suggested', 1, 2),
    mark('Place', 'suggested', 5),
    mark('Place', 'accepted', 3),
    mark('Place', 'rejected', 4),
  ]

  it('that look alike are shown together, rejected ones on request', () => {
    const kinds = rangesByKind(visibleMarks(marks, { suggestions: true, rejected: false }))
    assert.deepEqual([...kinds.keys()], ['Place suggested', 'Place accepted'])
    assert.deepEqual(kinds.get('Place suggested'), [1, 2, 5].map(range))
    const all = rangesByKind(visibleMarks(marks, { suggestions: true, rejected: true }))
    assert.deepEqual(all.get('Place rejected'), [range(4)])
  })

  it('that are suggestions can be left out', () => {
    const kinds = rangesByKind(visibleMarks(marks, { suggestions: false, rejected: false }))
    assert.deepEqual([...kinds.keys()], ['Place accepted'])
  })

  it('that are unsure have one sign, those in doubt a line under each of their parts', () => {
    const kinds = rangesByKind([
      { ...mark('Place', 'accepted', 1, 2), unsure: true },
      { ...mark('Date', 'accepted', 4, 5), doubt: true },
    ])
    assert.deepEqual(kinds.get('unsure'), [range(2)])
    assert.deepEqual(kinds.get('doubt'), [4, 5].map(range))
  })

  it('have the types of the default schema, and a colour for each', () => {
    const types = defaultSchema.types.map(({ name }) => name)
    assert.deepEqual([...knownTypes], types)
    const colors = manifest.contributes.colors.map(({ id }) => id)
    for (const type of types) assert.ok(colors.includes(colorId(type)), type)
  })

  it('have the token types of the default schema with its super types', () => {
    assert.deepEqual(
      manifest.contributes.semanticTokenTypes.map(({ id, superType }) => [
        `biaozhu.${id}`,
        superType,
      ]),
      defaultSchema.types.map(({ name, superType }) => [colorId(name), superType]),
    )
  })
})

describe('marks over each other', () => {
  const part = (start: number, end: number) => ({
    start: { line: 0, character: start },
    end: { line: 0, character: end },
  })
  const at = (...parts: readonly (readonly [number, number])[]) => ({
    ranges: parts.map(([start, end]) => part(start, end)),
  })

  it('have a second line under the one that holds or crosses another', () => {
    const [outer, inner, apart] = [at([0, 8]), at([5, 8]), at([8, 10])]
    assert.deepEqual(overlapping([outer, inner, apart]), [part(0, 8)])
    assert.deepEqual(overlapping([at([0, 3]), at([0, 8])]), [part(0, 8)])
    assert.deepEqual(overlapping([at([0, 5]), at([3, 8])]), [part(0, 5)])
  })

  it('are not those that only stand between the parts of another', () => {
    assert.deepEqual(overlapping([at([0, 1], [4, 5]), at([2, 3])]), [])
  })

  it('are told apart by the cursor: the innermost one counts, one that ends there last', () => {
    const [outer, inner, next] = [at([0, 8]), at([2, 4]), at([8, 10])]
    const found = (character: number) => markAt([outer, inner, next], { line: 0, character })
    assert.deepEqual([1, 2, 3, 4, 8, 10, 11].map(found), [
      outer,
      inner,
      inner,
      outer,
      next,
      next,
      undefined,
    ])
  })
})

describe('colours of marks', () => {
  /** Suggested marks are drawn with this opacity. */
  const opacity = 0.85
  const backgrounds = {
    dark: ['#1F1F1F', '#1E1E1E', '#272822'],
    light: ['#FFFFFF', '#F8F8F8'],
    highContrast: ['#000000'],
    highContrastLight: ['#FFFFFF'],
  } as const
  const themes = ['dark', 'light', 'highContrast', 'highContrastLight'] as const
  const colors = manifest.contributes.colors.filter(({ id }) => !id.endsWith('Background'))

  for (const theme of themes) {
    it(`can be read in ${theme} themes, suggestions too`, () => {
      for (const { id, defaults } of colors) {
        for (const background of backgrounds[theme]) {
          const seen = mixed(defaults[theme], background, opacity)
          const ratio = contrast(seen, channels(background))
          assert.ok(ratio >= 4.5, `${id} on ${background}: ${ratio.toFixed(2)}`)
        }
      }
    })

    it(`differ from each other in ${theme} themes`, () => {
      assert.equal(new Set(colors.map(({ defaults }) => defaults[theme])).size, colors.length)
    })
  }
})

type Color = readonly [number, number, number]

function channels(hex: string): Color {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16)
  return [part(1), part(3), part(5)]
}

function mixed(hex: string, background: string, opacity: number): Color {
  const [r, g, b] = channels(hex)
  const [br, bg, bb] = channels(background)
  const mix = (over: number, under: number) => over * opacity + under * (1 - opacity)
  return [mix(r, br), mix(g, bg), mix(b, bb)]
}

/** As WCAG 2 defines it. */
function contrast(a: Color, b: Color): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

function luminance([r, g, b]: Color): number {
  const linear = (channel: number) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
