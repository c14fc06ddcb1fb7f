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
    for (let n = 2; taken.has(folded(free)); n++) {
      free = `${name.slice(0, name.length - extension.length)}~${n}${extension}`
    }
    taken.add(folded(free))
    return free
  })
}

/** Each name, or the other one where it is there twice. */
function keepUnique(names: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) {
    const key = folded(name)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return names.map((name, i) => ((counts.get(folded(name)) ?? 0) > 1 ? (others[i] ?? name) : name))
}

/** Some file systems take capitals and composed letters for the same. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
