/** The rooms of the source: the READMEs that give their order, and who imports whom. */
import path from 'node:path'
import { files, imports, read } from './sources.ts'

/** A folder with a README whose line *Order* names its parts. */
export interface Room {
  readonly folder: string
  /** Names of files without `.ts` and of folders, in reading order. */
  readonly order: readonly string[]
}

export const rooms: readonly Room[] = files('server/src/**README.md', 'client/src/**README.md').map(
  (file) => ({ folder: path.posix.dirname(file), order: orderIn(read(file)) }),
)

function orderIn(readme: string): readonly string[] {
  const line = /^- \*\*Order\*\*(.*)$/m.exec(readme)?.[1] ?? ''
  return [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
}

export const sources: readonly string[] = files('client/src/**/*.ts', 'server/src/**/*.ts')

/** By file: the source files that it imports, types too. */
export const importsOf: ReadonlyMap<string, readonly string[]> = new Map(
  sources.map((file) => [
    file,
    imports(file).flatMap(({ target }) => (sources.includes(target) ? [target] : [])),
  ]),
)

/** Imports inside a room from a part that does not stand before the importing one, as `file → target`. */
export function upwards({ folder, order }: Room): string[] {
  return sources.flatMap((file) => {
    const own = partOf(folder, file)
    if (own === undefined) return []
    return (importsOf.get(file) ?? []).flatMap((target) => {
      const other = partOf(folder, target)
      if (other === undefined || other === own) return []
      const [from, to] = [rank({ folder, order }, own), rank({ folder, order }, other)]
      const areEntrances = from === to && from > order.length
      return to < from || areEntrances ? [] : [`${file} → ${target}`]
    })
  })
}

/** The file without `.ts`, or the folder, that stands directly in `folder`; `undefined` outside of it. */
function partOf(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}/`)) return undefined
  return file
    .slice(folder.length + 1)
    .split('/')[0]
    ?.replace(/\.ts$/, '')
}

/** Parts that no order names come behind all others: folders first, then files, which are entrances. */
function rank({ folder, order }: Room, part: string): number {
  const at = order.indexOf(part)
  if (at >= 0) return at
  return sources.includes(`${folder}/${part}.ts`) ? order.length + 1 : order.length
}

/** Groups of files that import each other in a ring, by Tarjan's algorithm. */
export function circles(): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (file: string): number => {
    const at = index.size
    index.set(file, at)
    low.set(file, at)
    stack.push(file)
    for (const target of importsOf.get(file) ?? []) {
      const reached = index.has(target)
        ? stack.includes(target)
          ? (index.get(target) ?? at)
          : at
        : visit(target)
      low.set(file, Math.min(low.get(file) ?? at, reached))
    }
    if (low.get(file) === at) {
      const ring = stack.splice(stack.indexOf(file))
      if (ring.length > 1) found.push(ring.sort())
    }
    return low.get(file) ?? at
  }
  for (const file of sources) if (!index.has(file)) visit(file)
  return found
}
