/** The five themes that pages are read in, and the colours that the extension contributes for each. */
import fs from 'node:fs'
import path from 'node:path'

type Kind = 'dark' | 'light' | 'highContrast' | 'highContrastLight'

/** Name of a theme, and which of the contributed colours it takes. */
export const themes: Readonly<Record<string, Kind>> = {
  'Dark Modern': 'dark',
  'Light Modern': 'light',
  'Dark High Contrast': 'highContrast',
  'Light High Contrast': 'highContrastLight',
  Monokai: 'dark',
}

/** Settings that choose a theme at the start, whatever the browser says of the system. */
export function themeSettings(theme: string): Readonly<Record<string, unknown>> {
  const name = inSettings[theme] ?? theme
  return { 'workbench.colorTheme': name, 'window.autoDetectColorScheme': false }
}

/** Themes that have another name in the settings. */
const inSettings: Readonly<Record<string, string>> = {
  'Dark High Contrast': 'Default High Contrast',
  'Light High Contrast': 'Default High Contrast Light',
}

/** Contributed colours of a theme by name, `initiative` → `rgb(255, 143, 82)`; backgrounds are left out. */
export function contributed(theme: string): ReadonlyMap<string, string> {
  const kind = themes[theme] ?? 'dark'
  const file = path.resolve(import.meta.dirname, '../../package.json')
  const { contributes } = JSON.parse(fs.readFileSync(file, 'utf8'))
  const colors: { id: string; defaults: Record<Kind, string> }[] = contributes.colors
  return new Map(
    colors
      .filter(({ id }) => !id.endsWith('Background'))
      .map(({ id, defaults }) => [id.replace('biaozhu.', ''), rgb(defaults[kind])]),
  )
}

function rgb(hex: string): string {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return `rgb(${part(1)}, ${part(3)}, ${part(5)})`
}
