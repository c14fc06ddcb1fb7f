import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { needs } from '../peers.ts'
import { type Cluster, hasSlurm, startCluster } from './slurm.ts'

const root = resolve(import.meta.dirname, '../..')
const biaozhu = `"${process.execPath}" "${join(root, 'server/src/cli.ts')}"`
const seeds = join(root, 'seeds')

describe('biaozhu index', () => {
  let folder: string

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'biaozhu-parts-'))
  })

  afterEach(() => {
    fs.rmSync(folder, { recursive: true })
  })

  const sh = (command: string, env: NodeJS.ProcessEnv = process.env) =>
    spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env })
  const merged = () => sh(`${biaozhu} index merge --index whole.db part-*.db`).stdout

  it('makes an index of parts under GNU parallel', function () {
    const { stdout: version } = spawnSync('parallel', ['--version'], { encoding: 'utf8' })
    needs(this, 'GNU parallel', version?.startsWith('GNU parallel') ?? false)
    const part = `${biaozhu} index --jobs 1 --shard {}/3 --index part-{}.db "${seeds}"`
    const { status } = sh(`parallel --retries 3 --joblog jobs.txt '${part}' ::: $(seq 3)`)
    assert.deepEqual([status, merged()], [0, 'whole.db: 5 pages (0 read)\n'])
  })

  describe('under Slurm', () => {
    let cluster: Cluster | undefined

    afterEach(() => cluster?.stop())

    it('makes an index of parts by an array job, and again nothing', async function () {
      needs(this, 'Slurm (slurmctld slurmd slurm-client munge, as root)', hasSlurm())
      cluster = await startCluster()
      const script = [
        '#!/bin/sh',
        'file=part-$SLURM_ARRAY_TASK_ID.db',
        'local=$(mktemp -d)',
        'if [ -e "$file" ]; then cp "$file" "$local/"; fi',
        `${biaozhu} index --jobs 1 --shard "$SLURM_ARRAY_TASK_ID/3" --index "$local/$file" "${seeds}" && cp "$local/$file" .`,
      ]
      fs.writeFileSync(join(folder, 'job.sh'), script.map((line) => `${line}\n`).join(''))
      for (const read of ['0 read', '0 read']) {
        const { status, stderr } = sh('sbatch --wait --array=1-3 job.sh', cluster.env)
        assert.equal(status, 0, stderr)
        assert.equal(merged(), `whole.db: 5 pages (${read})\n`)
      }
    })
  })
})
