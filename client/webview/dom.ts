/** Elements of a page, made in one expression. */

interface Properties {
  readonly class?: string
  readonly title?: string
  readonly hidden?: boolean
  readonly text?: string
  /** Attributes by name. */
  readonly attributes?: Readonly<Record<string, string>>
  readonly onClick?: () => void
}

/** An element with its children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { class: names, title, hidden, text, attributes = {}, onClick }: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  if (names !== undefined) element.className = names
  if (title !== undefined) element.title = title
  if (hidden !== undefined) element.hidden = hidden
  if (text !== undefined) element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (onClick !== undefined) element.addEventListener('click', onClick)
  for (const child of children) element.append(child)
  return element
}

/** A button that looks like a link, or like a button of VS Code. */
export function button(
  label: string,
  look: 'link' | 'plain',
  onClick: () => void,
): HTMLButtonElement {
  return make('button', { class: look, text: label, attributes: { type: 'button' }, onClick })
}

/** `message` with values for `{0}`, `{1}`, … */
export function filled(message: string, ...values: readonly (string | number)[]): string {
  return message.replace(/\{(\d)\}/g, (_, digit) => String(values[Number(digit)] ?? ''))
}
