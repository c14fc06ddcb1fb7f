/** Names of exported files: short where pages can be told apart so, and safe on every system. */
import { fileName } from '../../corpus/snapshot/page-data.ts'
import { safeName } from '../../exchange/file/safe-path.ts'

/** File names without folders where all differ; where two are the same, these keep their folders. */
export function exportPaths(paths: readonly string[], extension: string): readonly string[] {
  const safe = paths.map((path) => path.split('/').map(safeName).join('/'))
  const long = safe.map((path) => `${path.replace(/\.[^./]+$/, '')}${extension}`)
  const short = keepUnique(long.map(fileName), long)
  // a.txt and a.text of one folder can only be told apart by their endings.
  const unique = keepUnique(
    short,
    safe.map((path) => path + extension),
  )
  const taken = new Set<string>()
  return unique.map((name) => {
    let free = name
    for (let n = 2; taken.has(free.toLowerCase()); n++) {
      free = `${name.slice(0, name.length - extension.length)}~${n}${extension}`
    }
    taken.add(free.toLowerCase())
    return free
  })
}

/** Each name, or the other one where it is there twice. Some file systems fold capitals. */
function keepUnique(names: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) {
    const folded = name.toLowerCase()
    counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  return names.map((name, i) =>
    (counts.get(name.toLowerCase()) ?? 0) > 1 ? (others[i] ?? name) : name,
  )
}
