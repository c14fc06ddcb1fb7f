/** How bars and lines look: what is suggested is lighter, as marks in the text are; in high contrast an outline. */
import type { Look } from '../look.ts'

export interface BarStyle {
  readonly color: string
  readonly borderColor: string
  readonly borderWidth: number
  readonly opacity: number
  readonly borderType: 'solid' | 'dashed'
}

export function barStyle(series: string, colour: string, look: Look): BarStyle {
  const isFaint = series === 'suggested' || series === 'rejected'
  if (look.isHighContrast) {
    return {
      color: isFaint ? 'transparent' : colour,
      borderColor: series === 'rejected' ? look.muted : colour,
      borderWidth: 1,
      opacity: 1,
      borderType: series === 'rejected' ? 'dashed' : 'solid',
    }
  }
  const own = series === 'rejected' ? look.muted : colour
  return {
    color: own,
    borderColor: own,
    borderWidth: 0,
    opacity: series === 'rejected' ? 0.3 : isFaint ? 0.55 : 1,
    borderType: 'solid',
  }
}

/** Lines between nodes: plainer than a guide of the editor, quieter than a word. */
export function lineStyle(look: Look) {
  return { color: look.muted, width: 1, opacity: look.isHighContrast ? 1 : 0.75 }
}
