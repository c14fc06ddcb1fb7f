/** Paths below a corpus root, `/` between folders: their order, and those that no corpus holds. */

/** By UTF-16 units, so that the order is the same on every machine. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Paths that no corpus holds, whatever its globs say. */
export function isIgnored(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name === 'node_modules')
}
