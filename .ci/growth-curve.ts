/** A curve of how figures grow with the number of pages, both axes logarithmic, as SVG. */

export interface Growing {
  readonly name: string
  /** Pages and figure, ascending. */
  readonly points: readonly (readonly [pages: number, value: number])[]
}

/** The power of the number of pages with which a figure grows, by least squares; 0 of a single point. */
export function exponentOf(points: Growing['points']): number {
  const logs = points.map(
    ([pages, value]) => [Math.log(pages), Math.log(Math.max(value, 1e-9))] as const,
  )
  const mean = (of: 0 | 1) => logs.reduce((sum, log) => sum + log[of], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const over = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  const under = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
  return under === 0 ? 0 : over / under
}

const width = 760
const height = 420
const margin = { left: 60, right: 300, top: 24, bottom: 44 }
const colours = [
  '#1f6feb',
  '#bf3989',
  '#1a7f37',
  '#9a6700',
  '#8250df',
  '#cf222e',
  '#57606a',
  '#0a7ea4',
]

/** Each figure against its own value at the fewest pages. */
export function growthCurve(all: readonly Growing[]): string {
  const relative = all.map(({ name, points }) => {
    const first = points[0]?.[1] ?? 1
    return {
      name,
      exponent: exponentOf(points),
      points: points.map(([pages, value]) => [pages, Math.max(value / first, 0.1)] as const),
    }
  })
  const pages = relative.flatMap(({ points }) => points.map(([each]) => each))
  const values = relative.flatMap(({ points }) => points.map(([, each]) => each))
  const x = scale([Math.min(...pages), Math.max(...pages)], [margin.left, width - margin.right])
  const y = scale(
    [Math.min(0.5, ...values), Math.max(2, ...values)],
    [height - margin.bottom, margin.top],
  )
  const ticks = [...new Set(pages)].sort((a, b) => a - b)
  const powers = [0.1, 1, 10, 100, 1000].filter(
    (each) => each >= Math.min(0.5, ...values) && each <= Math.max(2, ...values),
  )
  const lines = relative.map(({ name, exponent, points }, i) => {
    const colour = colours[i % colours.length]
    const path = points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
    const row = margin.top + 14 + i * 22
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(
        ([at, value]) =>
          `<circle cx="${x(at).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3" fill="${colour}"/>`,
      ),
      `<rect x="${width - margin.right + 20}" y="${row - 9}" width="12" height="4" fill="${colour}"/>`,
      `<text x="${width - margin.right + 40}" y="${row - 3}">${name}: n^${exponent.toFixed(2)}</text>`,
    ].join('\n')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#24292f">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${powers.map((each) => `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(each).toFixed(1)}" y2="${y(each).toFixed(1)}" stroke="#d0d7de"/><text x="${margin.left - 8}" y="${(y(each) + 4).toFixed(1)}" text-anchor="end">×${each}</text>`).join('\n')}
${ticks.map((each) => `<text x="${x(each).toFixed(1)}" y="${height - margin.bottom + 18}" text-anchor="middle">${each.toLocaleString('en')}</text>`).join('\n')}
<text x="${(width - margin.right + margin.left) / 2}" y="${height - 8}" text-anchor="middle">pages</text>
${lines.join('\n')}
</svg>
`
}

function scale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const span = Math.log(to / from) || 1
  return (value) => start + ((end - start) * Math.log(value / from)) / span
}
