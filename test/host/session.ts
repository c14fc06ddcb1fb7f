/** A real VS Code in a real browser, with the packaged extension installed and a copy of the five pages opened. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { browser } from '../../.ci/browser.ts'
import { launch } from '../../.ci/launch.ts'
import { languagePack } from './language-pack.ts'

const root = path.resolve(import.meta.dirname, '../..')

export interface Wishes {
  /** Interface language other than English. */
  readonly locale?: 'zh-cn'
  readonly settings?: Readonly<Record<string, unknown>>
  /** True: VS Code may be driven from outside, as extension tests need it. */
  readonly driver?: boolean
  /** Pixels of the picture for one of the window; default 1. */
  readonly scale?: number
}

export interface Session {
  readonly page: Page
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** The copy of `seeds/`. */
  readonly folder: string
  /** User data, extensions and logs. */
  readonly data: string
  /** True: the data stay for whoever looks into a failure. */
  close(keep?: boolean): Promise<void>
}

/** Starts server and browser; nothing is opened yet. */
export async function openSession(wishes: Wishes = {}): Promise<Session> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'biaozhu-'))
  const folder = path.join(data, 'seeds')
  fs.cpSync(path.join(root, 'seeds'), folder, { recursive: true })
  const vsix = [path.join(root, '.test/biaozhu.vsix')]
  const options = wishes.driver ? ['--vscode-option', 'enable-smoke-test-driver'] : []
  if (wishes.locale !== undefined) {
    vsix.push(await languagePack(data, wishes.locale))
    options.push('--locale', wishes.locale)
  }
  const server = await launch({ vsix, data, options, settings: wishes.settings ?? {} })
  const { executable, env } = await browser()
  const chrome = await chromium.launch({ executablePath: executable, env, args: flags })
  const context = await chrome.newContext({ viewport, deviceScaleFactor: wishes.scale ?? 1 })
  // As long as anything is waited for: a busy machine shows things late.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  return {
    page,
    url: server.url,
    folder,
    data,
    async close(keep = false) {
      await chrome.close()
      await server.stop()
      if (keep) console.log(`what is left of VS Code: ${data}`)
      else fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Leaves a picture of the window in `.test/` where a test has failed. */
export async function picture(session: Session, test: Mocha.Test | undefined): Promise<void> {
  if (test?.state !== 'failed') return
  const name = test.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const file = path.join(root, '.test', `${name}.png`)
  await session.page.screenshot({ path: file })
  console.log(`      picture: ${path.relative(root, file)}`)
}

const viewport = { width: 1400, height: 900 }

/** Chromium as root in a container, which asks nothing of the network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
