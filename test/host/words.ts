/** What the window says in the language of a session. */
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export interface Words {
  /** A title of package.json by its key, such as `command.accept`. */
  title(key: string): string
  /** A text of the extension by its English, with what stands for `{0}`, `{1}`, … */
  said(english: string, ...values: readonly (string | number)[]): string
}

export function wordsOf(locale: 'zh-cn' | undefined): Words {
  const titles = readTexts(locale === undefined ? 'package.nls.json' : `package.nls.${locale}.json`)
  const bundle = locale === undefined ? {} : readTexts(`l10n/bundle.l10n.${locale}.json`)
  return {
    title(key) {
      const title = titles[key]
      if (title === undefined) throw new Error(`there is no title ${key}`)
      return title
    },
    said(english, ...values) {
      const text = locale === undefined ? english : bundle[english]
      if (text === undefined) throw new Error(`there is no translation of ${english}`)
      return text.replace(/\{(\d)\}/g, (_hole, at: string) => String(values[Number(at)]))
    },
  }
}

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))
}
