/** Commands with a time limit: at its end the command and everything that it started are ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { defined } from '../server/src/values/defined.ts'

export interface Options {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Time limit: for the whole, or between two writings of the file `sign`. */
  readonly seconds: number
  /** A file that the command writes as long as it gets on. */
  readonly sign?: string
  /** True: output is only kept; false: it is shown as well. */
  readonly quiet?: boolean
}

/** Runs a command to its end; `status` is 124 where the time limit ended it. */
export async function run(
  command: string,
  args: readonly string[],
  options: Options,
): Promise<{ status: number; output: string }> {
  const child = start(command, args, options)
  const pieces: string[] = []
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.setEncoding('utf8').on('data', (text: string) => {
      pieces.push(text)
      if (!options.quiet) to.write(text)
    })
  }
  return new Promise((resolve) => {
    let late = false
    const started = Date.now()
    const timer = setInterval(() => {
      const since = Math.max(started, lastWritten(options.sign))
      if (late || Date.now() - since < options.seconds * 1000) return
      late = true
      const what = options.sign === undefined ? 'after' : 'as it did not get on for'
      console.error(`${command} ${args[0] ?? ''}: ended ${what} ${options.seconds} s`)
      void stop(child)
    }, 500)
    const end = (status: number) => {
      clearInterval(timer)
      resolve({ status: late ? 124 : status, output: pieces.join('') })
    }
    child.on('error', (error) => {
      pieces.push(error.message)
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
    // What it started may outlive it and hold its output: nothing more of that is waited for.
    child.on('exit', (code) => {
      setTimeout(() => {
        void stop(child)
        end(code ?? 1)
      }, 10_000).unref()
    })
  })
}

/** When a file was written last, in ms as `Date.now()`; 0 for no file. */
function lastWritten(file: string | undefined): number {
  if (file === undefined) return 0
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Starts a command in its own process group, so that `stop` reaches what it starts. It dies with this process. */
export function start(
  command: string,
  args: readonly string[],
  options: { cwd?: string | undefined; env?: NodeJS.ProcessEnv | undefined },
): ChildProcess {
  const child = spawn(command, args, {
    ...defined({ cwd: options.cwd }),
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    // npm is a .cmd file there.
    shell: process.platform === 'win32' && command === 'npm',
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  return child
}

/** Asks a command to end, and ends it and its children where it has not after five seconds. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    killGroup(child, 'SIGTERM')
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), 5000)
    await ended
    clearTimeout(timer)
  }
  // Children that outlive their parent are in its group still.
  killGroup(child, 'SIGKILL')
}

const running = new Set<ChildProcess>()
let ended: Promise<unknown> | undefined
process.on('exit', () => {
  for (const child of running) killGroup(child, 'SIGKILL')
})
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  // The terminal and npm may both send it: the second must not end this process before its children.
  process.on(signal, async () => {
    ended ??= Promise.all([...running].map(stop))
    await ended
    process.exit(status)
  })
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // Nothing is left of the group.
  }
}
