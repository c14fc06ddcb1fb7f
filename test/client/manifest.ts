/** package.json, its translations and the sources of the extension, for tests on them. */
import fs from 'node:fs'
import path from 'node:path'

/** The parts of package.json that tests look at. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[]
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[]
      readonly [menu: string]: readonly { readonly command?: string }[]
    }
    readonly keybindings: readonly {
      readonly command: string
      readonly key: string
      readonly mac?: string
      readonly when?: string
      readonly args?: { readonly key?: string }
    }[]
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> }
    readonly walkthroughs: readonly {
      readonly when?: string
      readonly steps: readonly { readonly completionEvents: readonly string[] }[]
    }[]
    readonly colors: readonly {
      readonly id: string
      readonly defaults: Readonly<Record<Theme, string>>
    }[]
    readonly semanticTokenTypes: readonly { readonly id: string; readonly superType: string }[]
  }
}

export type Theme = 'dark' | 'light' | 'highContrast' | 'highContrastLight'

const root = path.resolve(import.meta.dirname, '../..')

export const manifest: Manifest = JSON.parse(readText('package.json'))

export function readText(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}

export function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readText(file))
}

/** The text of every `.ts` file under the folders, by path. */
export function sources(...folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) => fs.globSync(`${folder}/**/*.ts`, { cwd: root }))
  return new Map(files.sort().map((file) => [file, readText(file)]))
}
