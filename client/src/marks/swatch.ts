/** The colour of a type as a sign in a list. */
import { type IconPath, Uri } from 'vscode'
import { inkOn } from './ink.ts'
import { colorId } from './kinds.ts'

/** Colours of package.json: what a theme does not set has these. */
export interface ThemeColours {
  readonly id: string
  readonly defaults: { readonly light: string; readonly dark: string }
}

/** `colour` is what the corpus gives the type, `#rrggbb`; `undefined` where the type has no colour at all. */
export function swatch(
  type: string,
  colour: string | undefined,
  colours: readonly ThemeColours[],
): IconPath | undefined {
  const known = colours.find(({ id }) => id === colorId(type))?.defaults
  const own = colour && { light: inkOn('light', colour), dark: inkOn('dark', colour) }
  const inks = own || known
  return inks && { light: disc(inks.light), dark: disc(inks.dark) }
}

function disc(ink: string): Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5" fill="${ink}"/></svg>`
  return Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
}
