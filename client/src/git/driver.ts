/** How git is told to merge annotations with us: its configuration, the script it runs, its attributes. */

export interface Runtime {
  /** Node, or VS Code's own executable, which is Node with ELECTRON_RUN_AS_NODE. */
  readonly executable: string
  /** Our command line. */
  readonly cli: string
  /** Of the extension. */
  readonly version: string
}

/**
 * The value of `merge.biaozhu.driver`, which git hands to `sh`, on Windows too. Where the script has gone, with
 * the extension, it is git's own merge, so that theirs is not lost.
 */
export function driverCommand(script: string): string {
  // git puts file names in place of %O, and % in place of %%.
  const file = quoted(script).replaceAll('%', '%%')
  return `if [ -f ${file} ]; then sh ${file} %O %A %B %P; else git merge-file %A %O %B; fi`
}

/** Node alone in place of an executable that has gone: an update of VS Code moves it. */
export function mergeScript({ executable, cli, version }: Runtime): string {
  return `#!/bin/sh
# Biaozhu ${version}: merges annotations for git. Written anew with each version.
cli=${quoted(cli)}
runtime=${quoted(executable)}
[ -x "$runtime" ] || runtime=node
status=2
if [ -f "$cli" ]; then
  NODE_OPTIONS= ELECTRON_RUN_AS_NODE=1 "$runtime" "$cli" merge "$@"
  status=$?
fi
[ "$status" -le 1 ] && exit "$status"
# Not merged by record: as git does it without us, so that nothing is lost.
exec git merge-file "$2" "$1" "$3"
`
}

/** For `sh`, with the slashes that it understands on Windows. */
function quoted(path: string): string {
  const slashed = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path) ? path.replaceAll('\\', '/') : path
  return `'${slashed.replaceAll("'", "'\\''")}'`
}

/** The agreed layer, those of single annotators, and what is said of entities. */
const patterns = ['*.anno.jsonl', '*.anno.*.jsonl', 'entities.jsonl']

/** What is to be added at the end of a `.gitattributes`; empty where all is there. */
export function attributesToAdd(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/))
  const missing = patterns.filter(
    (pattern) => !lines.some(([first, ...rest]) => first === pattern && rest.includes(attribute)),
  )
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const before = text === '' || text.endsWith('\n') || missing.length === 0 ? '' : eol
  return before + missing.map((pattern) => `${pattern} ${attribute}${eol}`).join('')
}

const attribute = 'merge=biaozhu'
