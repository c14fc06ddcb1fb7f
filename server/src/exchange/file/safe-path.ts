/** Path names from outside: none may lead out of the folder that a person chose. */

/**
 * The path with `/` between folders, without `.` and empty parts; `undefined` where it is empty, absolute,
 * has `..`, a drive, a stream (`a:b`), or characters that a name must not have on any system.
 */
export function safePath(path: string): string | undefined {
  if (/[\p{Cc}\p{Bidi_Control}:*?"<>|]/u.test(path) || /^[\\/]/.test(path)) return undefined
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  if (parts.length === 0 || parts.some(isUnsafe)) return undefined
  return parts.join('/')
}

/** Windows drops dots and spaces at the end, so that `.. ` leads upwards; `nul.txt` is a device. */
function isUnsafe(part: string): boolean {
  return /[. ]$/.test(part) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part)
}

/** A name for a file made of any text, such as the title of a corpus: never empty, never unsafe. */
export function safeName(text: string): string {
  const name = text
    .replace(/[\p{Cc}\p{Bidi_Control}:*?"<>|\\/]+/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
  return safePath(name) ?? 'biaozhu'
}
