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
  const start = startOf(process.pid)
  return { pid: process.pid, host: hostname(), boot, ...(start === undefined ? {} : { start }) }
}

/** Of a process of another machine nothing is known: it counts as there. */
export function isThere({ pid, host, boot, start }: ProcessIdentity): boolean {
  if (host !== hostname()) return true
  if (Math.abs(boot - ownIdentity().boot) > 60_000) return false
  return isRunning(pid) && (start === undefined || start === startOf(pid))
}

/** Whether a process of this machine goes on. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** `undefined` for what is none. */
export function readIdentity({ pid, host, boot, start }: JsonObject): ProcessIdentity | undefined {
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof boot !== 'number') {
    return undefined
  }
  return { pid, host, boot, ...(typeof start === 'string' ? { start } : {}) }
}

/** Linux says it in field 22 of /proc/PID/stat; the name in field 2 may hold blanks and brackets. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
