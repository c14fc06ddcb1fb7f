/**
 * Loaded by `--import` before the command line: kills its process in the middle of the second time that pages are written into an index,
 * however quick the machine is.
 */
import { DatabaseSync } from 'node:sqlite'

const { exec } = DatabaseSync.prototype
let kept = 0

DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  if (sql === 'COMMIT') {
    const row = this.prepare('SELECT count(*) AS count FROM page').get()
    const count = Number(row?.['count'])
    if (kept > 0 && count > kept) process.kill(process.pid, 'SIGKILL')
    kept = count
  }
  exec.call(this, sql)
}
