/** One of several ways in which a view can be shown: remembered over a reload, and told to its menu. */
import { commands, type Disposable, type Memento } from 'vscode'

export class Choice<T extends string> {
  readonly #key: string
  readonly #values: readonly [T, ...T[]]
  readonly #remembered: Memento
  readonly #changed: () => void
  #value: T

  /** `key` is that of the memory and of the context; the first of `values` is what nobody has chosen. */
  constructor(
    key: string,
    values: readonly [T, ...T[]],
    { remembered, changed }: { readonly remembered: Memento; readonly changed: () => void },
  ) {
    const stored = remembered.get<unknown>(key)
    this.#key = key
    this.#values = values
    this.#remembered = remembered
    this.#changed = changed
    this.#value = values.find((value) => value === stored) ?? values[0]
    void commands.executeCommand('setContext', key, this.#value)
  }

  get value(): T {
    return this.#value
  }

  async set(value: T): Promise<void> {
    this.#value = value
    await commands.executeCommand('setContext', this.#key, value)
    await this.#remembered.update(this.#key, value)
    this.#changed()
  }

  /** The commands of its menu, such as `biaozhu.groupByPage`. That with a check mark, `…PageOn`, is of what is chosen: choosing it changes nothing. */
  entries(): readonly Disposable[] {
    return this.#values.flatMap((value) => {
      const name = this.#key + value.charAt(0).toUpperCase() + value.slice(1)
      return [
        commands.registerCommand(name, () => this.set(value)),
        commands.registerCommand(`${name}On`, () => undefined),
      ]
    })
  }
}
