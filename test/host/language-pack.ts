/**
 * A language pack without translations. It makes VS Code take its interface for Chinese, so that the extension's own texts
 * are; VS Code's stay English.
 */
import fs from 'node:fs'
import path from 'node:path'
import { run } from '../../.ci/process.ts'

const name = 'language-pack-stub'
const version = '1.0.0'
const vsce = path.resolve(import.meta.dirname, '../../node_modules/@vscode/vsce/vsce')

/** Gives the package; the record that VS Code's own installer would leave in the user data is written by hand. */
export async function languagePack(data: string, locale: string): Promise<string> {
  const source = path.join(data, name)
  const translation = './translations/main.i18n.json'
  write(path.join(source, 'package.json'), {
    name,
    version,
    publisher: 'biaozhu',
    engines: { vscode: '*' },
    license: 'MIT',
    contributes: {
      localizations: [
        {
          languageId: locale,
          languageName: locale,
          localizedLanguageName: locale,
          translations: [{ id: 'vscode', path: translation }],
        },
      ],
    },
  })
  write(path.join(source, translation), { version: '1.0.0', contents: {} })
  fs.writeFileSync(path.join(source, 'README.md'), 'A stub.\n')
  const file = path.join(data, `${name}.vsix`)
  const flags = ['--no-dependencies', '--allow-missing-repository', '--skip-license']
  const args = [vsce, 'package', ...flags, '--out', file]
  const options = { cwd: source, seconds: 60, quiet: true }
  const { status, output } = await run(process.execPath, args, options)
  if (status !== 0) throw new Error(output)
  write(path.join(data, 'user/languagepacks.json'), {
    [locale]: {
      hash: 'stub',
      extensions: [{ extensionIdentifier: { id: `biaozhu.${name}` }, version }],
      translations: {
        vscode: path.join(data, 'extensions', `biaozhu.${name}-${version}`, translation),
      },
      label: locale,
    },
  })
  return file
}

function write(file: string, value: unknown): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify(value, undefined, 2))
}
