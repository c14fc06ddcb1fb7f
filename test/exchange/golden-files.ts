/** The golden files of a format: what it writes for the golden pages, and what stands in the folder. */
import fs from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import type { Format } from '../../server/src/exchange/format/format.ts'
import { goldenContext, goldenPages } from './golden-pages.ts'
import { writeAll } from './round-trip.ts'

type TextFiles = ReadonlyMap<string, string>

const folder = path.join(import.meta.dirname, 'golden')

/** By path in the format's folder. Files that are zipped are a folder of their parts. */
export function goldenFiles(format: Format): TextFiles {
  const { files } = writeAll(format, goldenPages(format.text), {}, goldenContext)
  return new Map(
    [...files].flatMap(([name, content]): [string, string][] =>
      content[0] === 0x50 && content[1] === 0x4b
        ? Object.entries(unzipSync(content)).map(([part, bytes]) => [
            `${name}/${part}`,
            Buffer.from(bytes).toString(),
          ])
        : [[name, Buffer.from(content).toString()]],
    ),
  )
}

export function readGolden(format: string): TextFiles {
  const root = path.join(folder, format)
  const names = fs.existsSync(root) ? fs.readdirSync(root, { recursive: true }).map(String) : []
  return new Map(
    names
      .filter((name) => fs.statSync(path.join(root, name)).isFile())
      .map((name) => [
        name.split(path.sep).join('/'),
        fs.readFileSync(path.join(root, name), 'utf8'),
      ]),
  )
}

/** Nothing else stays in the format's folder. */
export function writeGolden(format: string, files: TextFiles): void {
  const root = path.join(folder, format)
  fs.rmSync(root, { recursive: true, force: true })
  for (const [name, content] of files) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), content)
  }
}
