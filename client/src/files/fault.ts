/** Why annotations could not be written, as far as a person can do something about it. */

export type FaultKind = 'full' | 'readOnly' | 'gone' | 'locked' | 'newer' | 'away' | 'other'

/** `code` is the system's, `ENOSPC`, or one of ours: `ELOCKED`, `ENEWER`, `EPENDING`. Total. */
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
  ['ELOCKED', 'locked'],
  ['ENEWER', 'newer'],
  ['EPENDING', 'away'],
])
