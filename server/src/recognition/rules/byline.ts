/** Persons in bylines: the names behind 记者, 通讯员, 实习生, and in member lists. */
import type { Span } from '../../text/span.ts'
import { alternatives, oncePerLexicon, wordList } from '../reading/lexicon.ts'
import type { Candidate, Recogniser } from '../reading/recogniser.ts'

/** 记者阮向民报道, (记者王鑫 方大丰 通讯员王桂平), 通讯员张鲜红 摄, and what the page's own byline says. */
export const bylines: Recogniser = {
  name: 'byline',
  recognise(unit, lexicon) {
    const found = unit.byline.map(({ name, span }) =>
      person(span.start, endOf(unit.text, name, span)),
    )
    for (const head of unit.text.matchAll(heads)) {
      found.push(...names(unit.text, head.index + head[0].length, expressions(lexicon)))
    }
    for (const photo of unit.text.matchAll(expressions(lexicon).photographer)) {
      const [start, end] = photo.indices?.[1] ?? [0, 0]
      found.push(person(start, end))
    }
    return found
  },
}

/** (艾 青): a name of two characters is set with a blank between them, which its span has too. */
function endOf(text: string, name: string, { start, end }: Span): number {
  let at = start
  for (const character of name) {
    if (/[ \u3000]/u.test(text.charAt(at))) at++
    if (!text.startsWith(character, at)) return end
    at += character.length
  }
  return at
}

const heads =
  /(?:(?:见习|实习|特约|首席|本报|驻地)?记者|(?:特约)?通讯员|实习生|摄影(?:报道)?|撰文|作者|联系人|责编|美编|责任编辑|(?<=[讯息][((])|(?:调研组|课题组|编委会)?成员)[:: \n]{0,2}/gu

/** What may stand behind a list of names; without it 记者了解到 would be a name. */
const closing =
  '(?=[ \\n]{0,3}(?:报道|摄|文|图|供图|撰|[))/,,。]|记者|通讯员|实习生|本报|见习|特约|$|\\n)|[ \\n]+\\S)'

interface Expressions {
  /** One name and what follows it, at a place (sticky). */
  readonly name: RegExp
  readonly last: RegExp
  readonly photographer: RegExp
  readonly notNames: ReadonlySet<string>
}

const expressions = oncePerLexicon((lexicon): Expressions => {
  const surname = `(?:${alternatives(lexicon, 'surnames', 'surnames-rare')})`
  const ethnic = [...wordList(lexicon, 'ethnic-characters')].join('')
  const other = ethnic === '' ? '(?!)' : `[${ethnic}]{3,8}`
  // 王小明, 艾 青, 欧阳修远, 宝音德力格尔
  const name = `(?:${surname}[  ]?\\p{Script=Han}{1,2}|${other})`
  const shortest = `(?:${surname}[  ]?\\p{Script=Han}{1,2}?|${other})`
  return {
    notNames: wordList(lexicon, 'not-names'),
    name: new RegExp(`(${name})(?=[、  \\n]{1,2}${surname}\\p{Script=Han}{1,2}|[、  \\n])`, 'duy'),
    last: new RegExp(`(${shortest})${closing}`, 'duy'),
    // 赵利霞 摄, 张三/摄
    photographer: new RegExp(`(?<!\\p{Script=Han})(${name})[  ]?[/  ][  ]?摄(?!影)`, 'dgu'),
  }
})

/** The names of a list that begins at `at`: separated by 、 or blanks, closed by 报道, 摄, ) and the like. */
function names(text: string, at: number, { name, last, notNames }: Expressions): Candidate[] {
  const found: Candidate[] = []
  for (let from = at; found.length < 20; ) {
    last.lastIndex = from
    const closed = last.exec(text)
    name.lastIndex = from
    const listed = closed ?? name.exec(text)
    const [start, end] = listed?.indices?.[1] ?? [0, 0]
    if (listed === null || start === end || notNames.has(text.slice(start, end))) break
    found.push(person(start, end))
    from = end
    while (/[、 {2}\n]/.test(text.charAt(from)) && from < end + 2) from++
    if (from === end) break
  }
  return found
}

function person(start: number, end: number): Candidate {
  return { start, end, type: 'Person', confidence: 0.95, reason: 'byline' }
}
