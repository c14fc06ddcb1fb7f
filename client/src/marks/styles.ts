/** How a mention looks, by type and status: its theme colour, and a line under it. */
import {
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  OverviewRulerLane,
  ThemeColor,
} from 'vscode'
import { inkOn } from './ink.ts'
import { colorId } from './kinds.ts'

/** `colour` is what the corpus gives the type, `#rrggbb`; without it the type has its theme colour. */
export function markStyle(type: string, status: string, colour?: string): DecorationRenderOptions {
  const accepted = status === 'accepted'
  const style: DecorationRenderOptions = {
    ...(colour === undefined
      ? { color: new ThemeColor(colorId(type)) }
      : { light: { color: inkOn('light', colour) }, dark: { color: inkOn('dark', colour) } }),
    // The offset keeps the line off the feet of the characters, which fill their whole square.
    textDecoration: `underline ${accepted ? 'solid' : 'dotted'} 1px; text-underline-offset: 0.3em`,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  }
  if (!accepted) style.opacity = '0.85'
  if (type !== 'Initiative') return style
  return {
    ...style,
    fontWeight: '600',
    backgroundColor: new ThemeColor('biaozhu.initiativeBackground'),
    borderRadius: '2px',
    overviewRulerColor: colour ?? new ThemeColor(colorId(type)),
    overviewRulerLane: OverviewRulerLane.Right,
  }
}
