/** The types that a page's corpus has, and those that were used last. */
import { l10n, type Memento } from 'vscode'
import type { TypeInfo } from '../../../server/src/protocol.ts'
import type { Boxes, Choice } from '../pick/boxes.ts'
import type { Server } from '../server/server.ts'

const memory = 'biaozhu.recentTypes'

export interface Types {
  /** Asks for a type in a box, those used last first. */
  ask(boxes: Boxes, uri: string, title: string): Promise<string | undefined>
  /** The type with the key `1`, `-`, … in the corpus of a page. */
  withKey(uri: string, key: string): Promise<string | undefined>
  /** The one used last. */
  last(): string | undefined
  used(type: string): void
}

export function typesOf(server: Server, remembered: Memento): Types {
  const of = async (uri: string): Promise<readonly TypeInfo[]> =>
    (await server.request('biaozhu/schema', { uri }))?.types ?? []
  const recent = (): readonly string[] => remembered.get<readonly string[]>(memory, [])
  return {
    ask(boxes, uri, title) {
      const order = recent()
      const place = ({ name }: TypeInfo) =>
        order.includes(name) ? order.indexOf(name) : order.length
      const asked = of(uri).then((types) => ({
        choices: [...types].sort((a, b) => place(a) - place(b)).map(choiceOf),
      }))
      return boxes.choose(asked, { title, placeholder: l10n.t('Key, name or pinyin') })
    },
    async withKey(uri, key) {
      return (await of(uri)).find((type) => type.key === key)?.name
    },
    last: () => recent()[0],
    used(type) {
      const order = [type, ...recent().filter((each) => each !== type)]
      void remembered.update(memory, order.slice(0, 20))
    },
  }
}

function choiceOf({ name, label, key, description }: TypeInfo): Choice<string> {
  return {
    label,
    ...(key === undefined ? {} : { key }),
    ...(name === label ? {} : { description: name }),
    forms: description === undefined ? [name] : [name, description],
    value: name,
  }
}
