/** How a mention looks, by type and status, and what comes on top of that: lines differ, not colours alone. */
import {
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  OverviewRulerLane,
  ThemeColor,
} from 'vscode'
import { inkOn } from './ink.ts'
import { colorId, type Overlay } from './kinds.ts'

/** `colour` is what the corpus gives the type, `#rrggbb`; without it the type has its theme colour. */
export function markStyle(type: string, status: string, colour?: string): DecorationRenderOptions {
  if (status === 'rejected') return rejectedStyle
  const accepted = status === 'accepted'
  const style: DecorationRenderOptions = {
    ...(colour === undefined
      ? { color: new ThemeColor(colorId(type)) }
      : { light: { color: inkOn('light', colour) }, dark: { color: inkOn('dark', colour) } }),
    // The offset keeps the line off the feet of the characters, which fill their whole square.
    textDecoration: `underline ${accepted ? 'solid 1.5px' : 'dotted 1px'}; text-underline-offset: 0.3em`,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  }
  if (accepted) style.backgroundColor = new ThemeColor('biaozhu.acceptedBackground')
  else style.opacity = '0.85'
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

/** Faint, in the colour of the text around it: what it was said to be is on its card. */
const rejectedStyle: DecorationRenderOptions = {
  opacity: '0.55',
  textDecoration: 'line-through dotted 1px',
  rangeBehavior: DecorationRangeBehavior.ClosedClosed,
}

/** Frames and lines of boxes, which do not replace the line under the text. */
export function overlayStyle(overlay: Overlay): DecorationRenderOptions {
  return { ...overlayStyles[overlay], rangeBehavior: DecorationRangeBehavior.ClosedClosed }
}

const overlayStyles: Readonly<Record<Overlay, DecorationRenderOptions>> = {
  /** A second line, below that of the mention inside. */
  overlap: {
    borderWidth: '0 0 1px 0',
    borderStyle: 'solid',
    borderColor: new ThemeColor('descriptionForeground'),
  },
  unsure: {
    after: {
      contentText: '?',
      color: new ThemeColor('editorWarning.foreground'),
      fontWeight: '700',
    },
  },
  doubt: {
    borderWidth: '0 0 2px 0',
    borderStyle: 'dashed',
    borderColor: new ThemeColor('editorWarning.foreground'),
  },
  related: {
    borderWidth: '1px',
    borderStyle: 'dashed',
    borderColor: new ThemeColor('biaozhu.frame'),
    borderRadius: '2px',
  },
  current: {
    borderWidth: '1px',
    borderStyle: 'solid',
    borderColor: new ThemeColor('biaozhu.frame'),
    borderRadius: '2px',
  },
}
