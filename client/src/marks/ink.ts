/** Colours for text from any colour that a corpus gives: its hue, as light or dark as the theme needs. */

/** Contrast that holds on the usual backgrounds, for suggestions too, which are drawn fainter. */
const wanted = 6.5

const backgrounds = { light: '#f8f8f8', dark: '#272822' } as const

/** `colour` as `#rrggbb`; comes back as it is where it can be read on the theme's background. Total. */
export function inkOn(theme: keyof typeof backgrounds, colour: string): string {
  const background = luminance(channels(backgrounds[theme]))
  const [hue, saturation, lightness] = toHsl(channels(colour))
  const goal = theme === 'light' ? 0 : 1
  for (let step = 0; step < 20; step++) {
    const part = lightness + ((goal - lightness) * step) / 20
    const ink = step === 0 ? channels(colour) : fromHsl(hue, saturation, part)
    if (contrast(luminance(ink), background) >= wanted) return toHex(ink)
  }
  return theme === 'light' ? '#000000' : '#ffffff'
}

/** Red, green and blue from 0 to 255. */
type Channels = readonly [number, number, number]

function channels(hex: string): Channels {
  const part = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) || 0
  return [part(1), part(3), part(5)]
}

function toHex(ink: Channels): string {
  return `#${ink.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Hue in sixths of the circle, saturation and lightness from 0 to 1. */
function toHsl([red, green, blue]: Channels): readonly [number, number, number] {
  const [r, g, b] = [red / 255, green / 255, blue / 255]
  const most = Math.max(r, g, b)
  const range = most - Math.min(r, g, b)
  const lightness = most - range / 2
  if (range === 0) return [0, 0, lightness]
  const saturation = range / (1 - Math.abs(2 * lightness - 1))
  if (most === r) return [((g - b) / range + 6) % 6, saturation, lightness]
  return [most === g ? (b - r) / range + 2 : (r - g) / range + 4, saturation, lightness]
}

function fromHsl(hue: number, saturation: number, lightness: number): Channels {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (turn: number): number => {
    const at = (turn + hue * 2) % 12
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))))
  }
  return [channel(0), channel(8), channel(4)]
}

/** Contrast of two relative luminances, as WCAG 2 defines both. */
function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance([red, green, blue]: Channels): number {
  const linear = (channel: number): number => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
