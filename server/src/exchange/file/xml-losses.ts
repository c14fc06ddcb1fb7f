/** The loss of every format in XML: characters of the text that XML forbids are U+FFFD in the file. */
import type { Loss } from '../format/losses.ts'
import type { ExchangePage } from '../format/model.ts'
import { allowedXml } from './xml.ts'

/** `losses`, with that of the text where there is one. */
export function withXmlLosses(
  { path, text }: ExchangePage,
  losses: readonly Loss[],
): readonly Loss[] {
  if (allowedXml(text) === text) return losses
  const others = losses.filter(({ kind }) => kind !== 'page')
  const page = losses.find((loss) => loss.kind === 'page')
  return [...others, { kind: 'page', id: path, lost: [...(page?.lost ?? []), 'text'] }]
}
