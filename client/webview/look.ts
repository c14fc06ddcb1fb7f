/** The colours and the font of the theme, as charts need them: they cannot use variables. */

export interface Look {
  readonly font: string
  /** Pixels. */
  readonly fontSize: number
  readonly text: string
  /** Of what stands beside the text, and of lines: the guides of the editor are too faint in light themes. */
  readonly muted: string
  readonly background: string
  readonly surface: string
  readonly border: string
  /** Nothing is told by shades: what is suggested is an outline. */
  readonly isHighContrast: boolean
  /** Of a type of annotation, or of what stands for it. */
  colourOf(type: string): string
}
