/** A Slurm cluster of one node, this machine, with daemons, keys and state of its own in a folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Cluster {
  /** For `sbatch` and its like. */
  readonly env: NodeJS.ProcessEnv
  stop(): void
}

/** Its daemons have to be started by root. */
export function hasSlurm(): boolean {
  const programs = ['munged', 'slurmctld', 'slurmd', 'sbatch']
  const isThere = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
  return process.getuid?.() === 0 && programs.every(isThere)
}

/** Rejects, with what the daemons said, when no node is ready after a minute. */
export async function startCluster(): Promise<Cluster> {
  const folder = fs.mkdtempSync(join(tmpdir(), 'biaozhu-slurm-'))
  // munged wants a folder that nobody else can write to.
  fs.chmodSync(folder, 0o755)
  for (const name of ['state', 'spool']) fs.mkdirSync(join(folder, name))
  fs.writeFileSync(join(folder, 'munge.key'), Buffer.alloc(128, 7), { mode: 0o600 })
  const file = join(folder, 'slurm.conf')
  fs.writeFileSync(file, configuration(folder))
  const env = { ...process.env, SLURM_CONF: file }
  const log = fs.openSync(join(folder, 'log'), 'a')
  const daemons: ChildProcess[] = []
  const start = (name: string, ...args: readonly string[]) => {
    daemons.push(spawn(name, args, { env, stdio: ['ignore', log, log] }))
  }
  const at = (name: string) => join(folder, name)
  start(
    'munged',
    '--foreground',
    '--force',
    `--key-file=${at('munge.key')}`,
    `--socket=${at('munge.socket')}`,
    `--pid-file=${at('munged.pid')}`,
    `--log-file=${at('munged.log')}`,
    `--seed-file=${at('munged.seed')}`,
  )
  for (let tries = 0; tries < 300 && !fs.existsSync(at('munge.socket')); tries++) await pause(100)
  start('slurmctld', '-D', '-c')
  start('slurmd', '-D')
  const stop = (): void => {
    for (const daemon of daemons.reverse()) daemon.kill()
    fs.closeSync(log)
    fs.rmSync(folder, { recursive: true, force: true })
  }
  for (const started = Date.now(); Date.now() - started < 60_000; await pause(500)) {
    const { stdout } = spawnSync('sinfo', ['-h', '-o', '%t'], { env, encoding: 'utf8' })
    if (stdout.trim() === 'idle') return { env, stop }
  }
  const said = fs.readFileSync(join(folder, 'log'), 'utf8')
  stop()
  throw new Error(`no node of Slurm is ready: ${said}`)
}

function configuration(folder: string): string {
  const lines = {
    ClusterName: 'biaozhu',
    SlurmctldHost: hostname(),
    SlurmUser: 'root',
    AuthType: 'auth/munge',
    CredType: 'cred/munge',
    AuthInfo: `socket=${folder}/munge.socket`,
    StateSaveLocation: `${folder}/state`,
    SlurmdSpoolDir: `${folder}/spool`,
    SlurmctldPidFile: `${folder}/slurmctld.pid`,
    SlurmdPidFile: `${folder}/slurmd.pid`,
    // Others than those of a cluster that this machine may belong to.
    SlurmctldPort: 16817,
    SlurmdPort: 16818,
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    MpiDefault: 'none',
    SelectType: 'select/cons_tres',
    ReturnToService: 2,
  }
  const set = Object.entries(lines).map(([key, value]) => `${key}=${value}\n`)
  const node = `NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN\n`
  return `${set.join('')}${node}PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP\n`
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
