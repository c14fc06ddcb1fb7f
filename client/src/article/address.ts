/** The address of an article read in order: its page and its index on it, with its title as name. */

export interface Address {
  /** Uri of the page. */
  readonly page: string
  /** Index of the article on the page. */
  readonly article: number
}

/** The query part of the article's uri. */
export function printAddress(address: Address): string {
  return JSON.stringify([address.page, address.article])
}

export function readAddress(query: string): Address | undefined {
  try {
    const value: unknown = JSON.parse(query)
    if (!Array.isArray(value)) return undefined
    const [page, article] = value
    if (typeof page !== 'string' || typeof article !== 'number') return undefined
    return { page, article }
  } catch {
    return undefined
  }
}

/** A file name for the editor's tab: the title without characters that would make folders of it. */
export function tabName(title: string): string {
  return (
    title
      .replace(/[\s/\\?#]+/g, ' ')
      .trim()
      .slice(0, 60) || '—'
  )
}
