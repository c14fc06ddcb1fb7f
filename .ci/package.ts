/** Makes the .vsix for this machine's platform. `package.ts FILE` writes it to FILE. */
import fs from 'node:fs'
import path from 'node:path'
import { createVSIX } from '@vscode/vsce'
import { run } from './process.ts'

const root = path.resolve(import.meta.dirname, '..')
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
// nodejieba's binary is compiled for one platform, so the package is for that platform alone.
const target = `${process.platform}-${process.arch}`
const file = path.resolve(root, process.argv[2] ?? `${name}-${target}-${version}.vsix`)

// A failed run leaves no package of an earlier one.
fs.rmSync(file, { force: true })
const build = [path.join(root, '.ci/build.ts'), '--production']
const { status } = await run(process.execPath, build, { cwd: root, seconds: 120 })
if (status !== 0) process.exit(status)
fs.mkdirSync(path.dirname(file), { recursive: true })
await createVSIX({
  cwd: root,
  target,
  packagePath: file,
  // The bundles hold every package but nodejieba, which the build copies into `dist/`.
  dependencies: false,
  allowMissingRepository: true,
  // Links of the README lead into a repository whose address is not known here.
  rewriteRelativeLinks: false,
})
fs.writeFileSync(file, notWritableByOthers(fs.readFileSync(file)))
console.log(`package: ${(fs.statSync(file).size / 1e6).toFixed(1)} MB ${path.relative(root, file)}`)

/** The package with the right to write taken from group and others: what vsce makes itself (readme, manifest) has it. */
function notWritableByOthers(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  const count = zip.readUInt16LE(end + 10)
  for (let i = 0, at = zip.readUInt32LE(end + 16); i < count; i++) {
    const attributes = zip.readUInt32LE(at + 38)
    zip.writeUInt32LE((attributes & ~(0o022 << 16)) >>> 0, at + 38)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
