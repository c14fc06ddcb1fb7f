/** The processes behind a window, and whom they talk to. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** The process of the language server that was installed into `data`. */
export function serverOf(data: string): number {
  return findServer(data) ?? assert.fail('there is no server')
}

/** The same; `undefined` where there is none. */
export function findServer(data: string): number | undefined {
  return processes().find(
    ({ command }) => command.includes(data) && command.includes('dist/server.js'),
  )?.pid
}

/** The process that started another one. */
export function parentOf(child: number): number {
  return processes().find(({ pid }) => pid === child)?.parent ?? assert.fail(`no process ${child}`)
}

/** From the kernel where it tells, for a bare Linux has no `ps`. */
function processes(): readonly Process[] {
  return fs.existsSync('/proc/self/stat') ? fromKernel() : fromPs()
}

function fromKernel(): readonly Process[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
        // State and parent follow the name, which may hold anything.
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
}

function fromPs(): readonly Process[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return [...lines.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(
    ([, pid, parent, command = '']) => ({
      pid: Number(pid),
      parent: Number(parent),
      command,
    }),
  )
}

/**
 * The other ends of a process's connections, as the kernel writes them (`0100007F:1F90`), but for those on this machine.
 * Only Linux tells; elsewhere there are none.
 */
export function connectionsOutside(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`
  if (!fs.existsSync(folder)) return []
  const sockets = new Set(
    fs.readdirSync(folder).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`${folder}/${fd}`))?.[1] ?? []
      } catch {
        // Closed meanwhile.
        return []
      }
    }),
  )
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) => {
    const lines = fs.readFileSync(`/proc/${pid}/net/${protocol}`, 'utf8').trim().split('\n')
    const fields = lines.slice(1).map((line) => line.trim().split(/\s+/))
    return fields
      .filter((field) => sockets.has(field[9] ?? ''))
      .map((field) => field[2] ?? '')
      .filter((address) => !isHere(address))
  })
}

/** 127.0.0.1, ::1, and the zeros of a socket that only listens. */
function isHere(address: string): boolean {
  return /^(?:0000000000000000(?:FFFF0000|00000000))?(?:[0-9A-F]{6}7F|0{8}|01000000):/.test(address)
}
