/** One form for what papers print in several: widths of letters, digits and punctuation, kinds of quotes and dots. */

/**
 * `text` as the word lists and rules write it, of the same length, so that offsets stay. Letters, digits and
 * punctuation of full width become half-width ones, quotes of any kind `“”`, dots in names `·`, and a full stop of half
 * width behind a Chinese character `。`.
 */
export function fold(text: string): string {
  // Where sentences end with 。, a full-width dot between characters is one of a name: 古丽．买买提.
  const dotted = text.includes('．') && text.includes('。') ? text.replace(wideDot, '·') : text
  const folded = inOneForm(dotted)
  const quoted = folded.includes('"') ? folded.replace(straight, '“$<inside>”') : folded
  return quoted.includes('.') ? quoted.replace(stop, '。') : quoted
}

/** Each character by itself. */
function inOneForm(text: string): string {
  let folded = ''
  const units = new Uint16Array(Math.min(text.length, piece))
  for (let start = 0; start < text.length; start += piece) {
    const length = Math.min(piece, text.length - start)
    for (let at = 0; at < length; at++) units[at] = formOf[text.charCodeAt(start + at)] ?? 0
    folded += Reflect.apply(String.fromCharCode, undefined, units.subarray(0, length))
  }
  return folded
}

/** So many characters are made a string at once: arguments of one call. */
const piece = 4096

const forms = new Map([
  ['\u3000', ' '],
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['•', '·'],
  ['・', '·'],
  ['‧', '·'],
  ['∶', ':'],
  ['－', '-'],
  ['﹒', '·'],
  ['﹐', ','],
  ['﹑', '、'],
])

const wideDot = /(?<=\p{Script=Han})．(?=\p{Script=Han})/gu

/** A dot that ends a sentence: no decimal point, no web address, no ellipsis. */
const stop = /(?<=[\p{Script=Han}”’》)])\.(?![A-Za-z.])|(?<=[%\d])\.(?=\s|$|[\p{Script=Han}“‘《])/gu

/** Two straight quotes of one line with a text between them that may be a name or saying. */
const straight = /"(?<inside>[^"\n]{1,80})"/g

/** By UTF-16 unit: full-width ASCII, and what `forms` has, have another form than themselves. */
const formOf = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const form = forms.get(String.fromCharCode(unit))
  if (form !== undefined) return form.charCodeAt(0)
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
})
