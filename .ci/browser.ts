/** The browser and the font for Chinese that tests drive: found on the machine, or installed. */
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { run } from './process.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Gives the path of a Chromium or Chrome; throws, with what is missing in one line, where none can be had. */
export async function browser(): Promise<string> {
  if (findBrowser() === undefined || !(await hasChineseFont())) await installByApt()
  const found = findBrowser() ?? (await downloadByPlaywright())
  if (found === undefined)
    throw new Error('Chromium or Chrome is missing: install it, then run the tests again.')
  if (!(await hasChineseFont()))
    throw new Error('A font for Chinese is missing: install Noto Sans CJK.')
  return found
}

function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...onPath, ...places, chromium.executablePath()].find((file) => fs.existsSync(file))
}

/** Where fontconfig is not in use (macOS, Windows) the system brings such a font. */
async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const { status, output } = await run('fc-list', [':lang=zh', 'file'], {
    seconds: 60,
    quiet: true,
  })
  return status === 0 && output.trim() !== ''
}

async function installByApt(): Promise<void> {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return
  console.log('test: installing chromium and fonts-noto-cjk by apt-get')
  // dpkg refuses to work where the system's programs are not on PATH.
  const PATH = `${process.env['PATH']}:/usr/sbin:/sbin`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PATH }
  const install = ['install', '-y', 'chromium', 'fonts-noto-cjk', 'fontconfig']
  for (const args of [['update'], install]) {
    const { status, output } = await run('apt-get', args, { env, seconds: 600, quiet: true })
    if (status !== 0) console.error(`test: apt-get ${args[0]} failed\n${output.slice(-2000)}`)
  }
}

async function downloadByPlaywright(): Promise<string | undefined> {
  console.log('test: downloading a browser by playwright')
  const cli = path.resolve(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  await run(process.execPath, [cli, 'install', 'chromium'], { seconds: 600 })
  return findBrowser()
}
