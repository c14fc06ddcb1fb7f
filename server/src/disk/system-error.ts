/** Errors of the operating system. */

/** `ENOENT`, `ENOSPC`, …; `undefined` for an error that is none of the system. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
