/**
 * The browser that tests drive, and a font for Chinese: those of the machine, or else brought once from the npm registry into the
 * user's cache folder. BIAOZHU_BROWSER names another browser by its path; `npm` takes browser and font of the registry in any case.
 */
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { chromium } from 'playwright-core'
import { cached, npmInstall } from './cache.ts'
import { run } from './process.ts'

export interface Browser {
  readonly executable: string
  /** What it has to run with. */
  readonly env: Readonly<Record<string, string>>
}

/** Chromium's headless shell for Linux on x64, with the libraries that a bare system lacks. */
const chromiumPackage = '@sparticuz/chromium'
const chromiumVersion = '153.0.0'
/** Files of fonts by package: one for Chinese, and two with Latin letters of one width and with the signs of the interface. */
const fontFiles: Readonly<Record<string, readonly string[]>> = {
  '@expo-google-fonts/noto-sans-sc@0.4.3': [
    '400Regular/NotoSansSC_400Regular.ttf',
    '700Bold/NotoSansSC_700Bold.ttf',
  ],
  'dejavu-fonts-ttf@2.37.3': ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSansMono.ttf'],
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const wish = process.env['BIAOZHU_BROWSER']

/** Finds or brings a Chromium or Chrome; throws, with what is missing in one line, where none can be had. */
export async function browser(): Promise<Browser> {
  const found = wish === 'npm' ? undefined : (wish ?? findBrowser())
  const { executable, env } = found === undefined ? await bring() : { executable: found, env: {} }
  return { executable, env: { ...environment(), ...env, ...(await fonts()) } }
}

function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...onPath, ...places, chromium.executablePath()].find((file) => fs.existsSync(file))
}

async function bring(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Chromium or Chrome is missing: install it, then run the tests again.')
  const home = await cached(`chromium-${chromiumVersion}`, async (folder) => {
    console.log(`A browser (${chromiumPackage}) goes into ${path.dirname(folder)}, once: 280 MB`)
    await bringPackages('1/1 chromium', folder, [`${chromiumPackage}@${chromiumVersion}`])
    const packed = path.join(folder, 'node_modules', chromiumPackage, 'bin')
    const file = unpack(path.join(packed, 'chromium.br'), path.join(folder, 'chromium'))
    fs.chmodSync(file, 0o755)
    const libraries = unpack(path.join(packed, 'al2023.tar.br'), path.join(folder, 'lib.tar'))
    const { status, output } = await run('tar', ['-xf', libraries], {
      cwd: folder,
      seconds: 60,
      quiet: true,
    })
    if (status !== 0) throw new Error(`The libraries of Chromium cannot be unpacked: ${output}`)
    fs.rmSync(libraries)
    fs.rmSync(path.join(folder, 'node_modules'), { recursive: true })
  })
  const libraries = [path.join(home, 'lib'), process.env['LD_LIBRARY_PATH'] ?? '']
  const env = { LD_LIBRARY_PATH: libraries.filter((folder) => folder !== '').join(':') }
  return { executable: path.join(home, 'chromium'), env }
}

/** Where no font of the system has Chinese characters: fonts that have, and where they are. */
async function fonts(): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux' || (wish !== 'npm' && (await hasChineseFont()))) return {}
  const home = await cached('fonts-1', async (folder) => {
    console.log(`Fonts (Noto Sans SC, DejaVu) go into ${path.dirname(folder)}, once: 22 MB`)
    await bringPackages('1/1 fonts', folder, Object.keys(fontFiles))
    for (const [wanted, files] of Object.entries(fontFiles)) {
      const home = path.join(folder, 'node_modules', wanted.slice(0, wanted.lastIndexOf('@')))
      for (const file of files)
        fs.renameSync(path.join(home, file), path.join(folder, path.basename(file)))
    }
    fs.rmSync(path.join(folder, 'node_modules'), { recursive: true })
  })
  const file = path.join(home, 'fonts.conf')
  fs.writeFileSync(file, fontconfig(home))
  return { FONTCONFIG_FILE: file }
}

async function hasChineseFont(): Promise<boolean> {
  const options = { seconds: 60, quiet: true }
  const { status, output } = await run('fc-list', [':lang=zh', 'file'], options)
  return status === 0 && output.trim() !== ''
}

/** The system's own fonts come first, where it has any. */
function fontconfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>
  ${preferred('sans-serif', ['Noto Sans SC', 'DejaVu Sans'])}
  ${preferred('monospace', ['DejaVu Sans Mono', 'Noto Sans SC', 'DejaVu Sans'])}
</fontconfig>
`
}

function preferred(generic: string, families: readonly string[]): string {
  const names = families.map((family) => `<family>${family}</family>`).join('')
  return `<alias><family>${generic}</family><prefer>${names}</prefer></alias>`
}

async function bringPackages(
  step: string,
  folder: string,
  wanted: readonly string[],
): Promise<void> {
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  await npmInstall(step, folder, wanted)
}

function unpack(from: string, to: string): string {
  fs.writeFileSync(to, zlib.brotliDecompressSync(fs.readFileSync(from)))
  return to
}

function environment(): Record<string, string> {
  const all = Object.entries(process.env)
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
