/** Names of pages as other programs and disks give them back: in another form, with another ending, escaped. */
import { pageStem } from '../../disk/sidecar-names.ts'

/**
 * What is left of a name in all its forms: NFC and NFD, capitals, full width, and whatever stands for spaces and
 * signs. Empty for a name of signs only.
 */
export function nameKey(name: string): string {
  return unescaped(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
}

/** The key where a program has written `_` for all that is no letter or digit of ASCII; empty for nothing else. */
export function asciiKey(name: string): string {
  const key = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
  return key === '_' ? '' : key
}

/** The name, and what it may have been before a program put endings behind it or eight digits before it. */
export function namesBefore(name: string): readonly string[] {
  const once = pageStem(name)
  const names = [name, once, pageStem(once)]
  return [...new Set([...names, ...names.map((each) => each.replace(uploaded, '$1'))])]
}

/** Label Studio puts them before the file names of uploads. */
const uploaded = /^((?:.*[\\/])?)[0-9a-f]{8}-(?=[^\\/])/

/** `%E7%94%B2`, `_u7532_` of brat names, `_x7532_` of spreadsheets, `#U7532` of archives. */
function unescaped(name: string): string {
  const codes = name.replace(
    /_u([0-9a-f]{2,6})_|_x([0-9a-f]{4})_|#u([0-9a-f]{4})/gi,
    (whole: string, a?: string, b?: string, c?: string) => {
      const code = Number.parseInt(a ?? b ?? c ?? '', 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
  try {
    return decodeURIComponent(codes)
  } catch {
    return codes
  }
}
