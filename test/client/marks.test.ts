/** Which marks are shown, and the colours they have. */
import assert from 'node:assert/strict'
import { colorId, knownTypes, rangesByKind } from '../../client/src/marks/kinds.ts'
import { defaultSchema } from '../../server/src/annotation/schema.ts'
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

  it('that look alike are shown together, rejected ones never', () => {
    const kinds = rangesByKind(marks, true)
    assert.deepEqual([...kinds.keys()], ['Place suggested', 'Place accepted'])
    assert.deepEqual(kinds.get('Place suggested'), [1, 2, 5].map(range))
  })

  it('that are suggestions can be left out', () => {
    assert.deepEqual([...rangesByKind(marks, false).keys()], ['Place accepted'])
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
