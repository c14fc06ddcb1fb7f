/** Reads the theme, and tells when it changes. */
import type { Look } from './look.ts'

export function currentLook(): Look {
  const style = getComputedStyle(document.documentElement)
  const colour = (...names: readonly string[]): string => {
    const found = names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim())
    return found.find((value) => value !== '') ?? 'currentColor'
  }
  const text = colour('foreground', 'editor-foreground')
  return {
    font: style.getPropertyValue('--vscode-font-family').trim() || 'sans-serif',
    fontSize: Number.parseFloat(style.getPropertyValue('--vscode-font-size')) || 13,
    text,
    muted: colour('descriptionForeground', 'foreground'),
    background: colour('editor-background'),
    surface: colour('editorHoverWidget-background', 'editor-background'),
    border: colour('editorHoverWidget-border', 'contrastBorder'),
    isHighContrast: /(?:^| )vscode-high-contrast/.test(document.body.className),
    colourOf: (type) =>
      colour(`biaozhu-${type.charAt(0).toLowerCase()}${type.slice(1)}`, 'charts-blue'),
  }
}

/** Calls `repaint` after the theme has changed, once for many variables. */
export function onLookChange(repaint: () => void): void {
  let frame = 0
  const watch = new MutationObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(repaint)
  })
  watch.observe(document.body, { attributes: true, attributeFilter: ['class'] })
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
}
