/** Which process wrote a file, so that a later one can tell whether it is still there. */
import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import type { JsonObject } from '../values/json.ts'
import { codeOf } from './system-error.ts'

/** A process of a machine since its start: numbers of processes are used again. */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** When the machine was started, in ms since 1970; exact to some seconds. */
  readonly boot: number
  /** When the process was started, in ticks since the boot; only where the system says it. */
  readonly start?: string
}

export function ownIdentity(): ProcessIdentity {
  const boot = Math.round(Date.now() - uptime() * 1000)
  const [, start] = statOf(process.pid)
  return { pid: process.pid, host: hostname(), boot, ...(start === undefined ? {} : { start }) }
}

/** Of a process of another machine nothing is known: it counts as there. */
export function isThere({ pid, host, boot, start }: ProcessIdentity): boolean {
  if (host !== hostname()) return true
  if (Math.abs(boot - ownIdentity().boot) > 60_000) return false
  return isRunning(pid, start)
}

/** Whether a process of this machine goes on; with `start`, the one that began at that tick. */
export function isRunning(pid: number, start?: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  const [state, ticks] = statOf(pid)
  // One that was killed stays in the list until its parent has heard of it.
  const isEnded = state === 'Z' || state === 'X'
  return !isEnded && (start === undefined || start === ticks)
}

/** `undefined` for what is none. */
export function readIdentity({ pid, host, boot, start }: JsonObject): ProcessIdentity | undefined {
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof boot !== 'number') {
    return undefined
  }
  return { pid, host, boot, ...(typeof start === 'string' ? { start } : {}) }
}

/**
 * State and start of a process as Linux says them in fields 3 and 22 of /proc/PID/stat; the name in field 2 may hold blanks and
 * brackets.
 */
function statOf(pid: number): readonly [state?: string, start?: string] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [fields[0] ?? '', fields[19] ?? '']
  } catch {
    return []
  }
}
