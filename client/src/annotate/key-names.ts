/** Keys as people read them. */
import { enterKey, eraseKey } from '../pick/strokes.ts'

/** `Ctrl+' Ctrl+I` for `ctrl+' ctrl+i`. */
export function strokesText(key: string): string {
  return key.replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
}

/** The key that types a text. */
export function keyName(typed: string): string {
  const names: Readonly<Record<string, string>> = {
    [enterKey]: 'Enter',
    [eraseKey]: 'Backspace',
    ' ': 'Space',
  }
  return names[typed] ?? typed.toUpperCase()
}
