/** Why annotations could not be written, as far as a person can do something about it. */

export type FaultKind = 'full' | 'readOnly' | 'gone' | 'other'

/** `code` is the system's: `ENOSPC`. Total. */
export function faultKind(code: string | undefined): FaultKind {
  return (code !== undefined && kinds.get(code)) || 'other'
}

const kinds: ReadonlyMap<string, FaultKind> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['ENOENT', 'gone'],
  ['ENOTDIR', 'gone'],
])
