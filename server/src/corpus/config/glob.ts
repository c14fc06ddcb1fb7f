/** One glob without braces: `*`, `?`, `[a-z]` within a name, `**` over folders. Time is at most length of glob times path. */

/** Takes the names of a path: its folders and its file. */
export type Glob = (names: readonly string[]) => boolean

/** Total: what is no sign of a glob stands for itself. */
export function compileGlob(glob: string): Glob {
  const steps = glob.split('/').map((step) => (step === '**' ? anyNumber : compileName(step)))
  // What is in a folder is not the folder: behind the last `**` there is at least a file.
  if (steps.at(-1) === anyNumber) steps.push(anything)
  return (names) => matches(steps, names)
}

/** Whether an item fits: a name of a path, or a character of a name. */
type Test = (item: string) => boolean

const anything: Test = () => true

/** In a list of tests stands for any number of items, also none. */
const anyNumber: Test = () => true

/**
 * Where an item does not fit, only the last star that was passed takes one more: for the tests before
 * it the first place was found, and a later one could not help.
 */
function matches(tests: readonly Test[], items: readonly string[]): boolean {
  let test = 0
  let star = -1
  let behindStar = 0
  for (let item = 0; item < items.length; ) {
    if (tests[test] === anyNumber) {
      star = test++
      behindStar = item
    } else if (tests[test]?.(items[item] ?? '') === true) {
      test++
      item++
    } else if (star >= 0) {
      test = star + 1
      item = ++behindStar
    } else return false
  }
  return tests.slice(test).every((each) => each === anyNumber)
}

function compileName(glob: string): Test {
  if (!/[\\*?[]/.test(glob)) return (name) => name === glob
  const tests: Test[] = []
  for (let rest = glob; rest !== ''; ) {
    const sign = signs.find(({ form }) => form.test(rest))
    const text = sign?.form.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) ?? 0)
    tests.push(sign?.test(text) ?? ((character) => character === text))
    rest = rest.slice(text.length)
  }
  return (name) => matches(tests, [...name])
}

const signs: readonly { readonly form: RegExp; readonly test: (text: string) => Test }[] = [
  { form: /^\*+/, test: () => anyNumber },
  { form: /^\?/, test: () => anything },
  {
    form: /^\\./su,
    test: (text) => (character) => character === text.slice(1),
  },
  { form: /^\[[!^]?\]?[^\]]*\]/, test: compileClass },
]

/** `[a-z_]`, with `!` or `^` first all others. */
function compileClass(text: string): Test {
  const [, others = '', inside = ''] = /^\[([!^]?)(.*)\]$/s.exec(text) ?? []
  const ranges = inside.match(/.-.|./gsu) ?? []
  const isInside = (character: string): boolean =>
    ranges.some((range) => {
      const [first = '', , last = first] = [...range]
      return first <= character && character <= last
    })
  return (character) => isInside(character) === (others === '')
}
