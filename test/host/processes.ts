/** The processes behind a window, and whom they talk to. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

/** The process of the language server that was installed into `data`. */
export function serverOf(data: string): number {
  const processes = execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' })
  const line = processes
    .split('\n')
    .find((text) => text.includes(data) && text.includes('dist/server.js'))
  return Number.parseInt(line ?? assert.fail('there is no server'), 10)
}

/** The process that started another one. */
export function parentOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }))
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
