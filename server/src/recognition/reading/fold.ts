/** One form for what papers print in several: widths of letters, digits and punctuation, kinds of quotes and dots. */

/**
 * `text` as the word lists and rules write it, of the same length, so that offsets stay. Letters, digits and
 * punctuation of full width become half-width ones, quotes of any kind `“”`, dots in names `·`, and a full stop of half
 * width behind a Chinese character `。`.
 */
export function fold(text: string): string {
  // Where sentences end with 。, a full-width dot between characters is one of a name: 古丽．买买提.
  const dotted = text.includes('。') ? text.replace(wideDot, '·') : text
  const folded = dotted.replace(other, (mark) => forms.get(mark) ?? narrow(mark))
  return folded.replace(straight, '“$<inside>”').replace(stop, '。')
}

/** Full-width ASCII, and what `forms` has. */
const other = /[\uff01-\uff5e\u3000「」『』•・‧∶－﹒﹐﹑]/g
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

function narrow(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) - 0xfee0)
}
