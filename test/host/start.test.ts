import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { windowData } from '../../.ci/cache.ts'

const root = path.resolve(import.meta.dirname, '../..')

describe('npm start -- FOLDER, without a desktop', () => {
  let folder: string
  let started: ChildProcess
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'biaozhu-'))
    fs.writeFileSync(path.join(folder, '1.txt'), '“安康杯”竞赛开始。\n')
    // With nothing on PATH there is no `code`.
    const env = { ...process.env, PATH: '' }
    started = spawn(process.execPath, ['.ci/start.ts', folder], { cwd: root, env })
  })
  after(() => {
    started.kill('SIGKILL')
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(windowData(folder), { recursive: true, force: true, maxRetries: 5 })
  })

  let address = ''
  it('prints the address of the opened folder', async () => {
    let said = ''
    for await (const piece of started.stdout ?? []) {
      said += piece
      if (said.includes('Ctrl+C')) break
    }
    address = /http:\/\/127\.0\.0\.1:\d+\/\?folder=\S+/.exec(said)?.[0] ?? assert.fail(said)
    assert.equal(new URL(address).searchParams.get('folder'), folder)
    assert.equal((await fetch(address)).status, 200)
  })

  it('makes the folder a corpus without writing into it', () => {
    const file = path.join(windowData(folder), 'user/User/settings.json')
    const settings = JSON.parse(fs.readFileSync(file, 'utf8'))
    assert.deepEqual(settings['biaozhu.pages'], ['**/*.txt'])
    assert.equal(settings['files.autoSave'], 'off')
    assert.deepEqual(fs.readdirSync(folder), ['1.txt'])
  })

  it('stops with everything it started at Ctrl+C', async () => {
    const ended = once(started, 'exit')
    started.kill('SIGINT')
    assert.deepEqual(await ended, [130, null])
    await assert.rejects(fetch(address))
  })
})
