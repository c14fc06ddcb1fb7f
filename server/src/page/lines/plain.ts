/** The plain form of a text: one form for marks that pages write in two, with every offset kept. */

const SAME: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' }

/**
 * Full-width letters, digits and marks become ASCII, corner brackets quotation marks. Each unit is
 * replaced by one unit, so spans of the plain form are spans of the text: rules need to know one
 * comma only.
 */
export function plainForm(text: string): string {
  return text.replace(
    /[\uff01-\uff5e「」『』]/g,
    (mark) => SAME[mark] ?? String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  )
}
