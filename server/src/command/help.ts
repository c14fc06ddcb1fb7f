/** What `biaozhu --help` and `biaozhu COMMAND --help` print. */
import { displayWidth, wrap } from '../text/columns.ts'
import type { Command, Option } from './command.ts'

/** Columns of the terminal. */
const width = 80

export function generalHelp(commands: readonly Command[]): string {
  return `biaozhu: reads Chinese newspaper pages, lists what they mention, and checks,
merges and exports what people annotated.

Usage:
  biaozhu COMMAND [OPTIONS] PATH…
  biaozhu COMMAND --help
  biaozhu --help | --version

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}
PATH is a page or a folder of pages (its .txt files, in all its folders, sorted).
Pages are UTF-8, or else GB18030, or else what "encoding" in the folder's
corpus.json says. Positions are code points over the text with LF newlines and
without byte order mark. With --format jsonl a command prints one JSON object a
line.

Examples:
  biaozhu initiatives seeds
  biaozhu mentions --format jsonl seeds/000_43f4299937225fbf.txt
  biaozhu check seeds

Exit status: 0 done; 1 faults found by a check, conflicts kept by a merge, or
conflicting or uncertain annotations in an import; 2 misuse or input that cannot
be read.
`
}

export function commandHelp({
  name,
  description,
  operands,
  options,
  topic,
  examples,
  statuses = '0 done; 2 misuse or input that cannot be read.',
}: Command): string {
  const shown = options.map(shownOption)
  // Behind an option that takes many, an operand would be one of them.
  const isFirst = options.some(({ many }) => many)
  const usage = [
    'biaozhu',
    name,
    ...(isFirst ? [operands.shown, ...shown] : [...shown, operands.shown]),
  ]
  const rows = options.map((option) => [flag(option), aboutOption(option)] as const)
  return [
    wrapped(description),
    `Usage:\n${usageLines(usage)}`,
    ...(rows.length === 0 ? [] : [`Options:\n${table(rows)}`]),
    ...(topic === undefined ? [] : [topic.map((line) => `${line}\n`).join('')]),
    `Examples:\n${examples.map((line) => `  ${line}\n`).join('')}`,
    wrapped(`Exit status: ${statuses}`),
  ].join('\n')
}

/** No part is broken; further lines stand below the first option. */
function usageLines(parts: readonly string[]): string {
  const lines: string[] = []
  let line = ' '
  for (const part of parts.filter((each) => each !== '')) {
    const longer = `${line} ${part}`
    const isFull = displayWidth(longer) > width && line.trim() !== ''
    if (isFull) lines.push(line)
    line = isFull ? `      ${part}` : longer
  }
  return [...lines, line].map((each) => `${each}\n`).join('')
}

/** In the usage: `[--format table|jsonl]`. */
function shownOption(option: Option): string {
  return option.required ? flag(option) : `[${flag(option)}]`
}

/** A long list of values stands in what is said about the option. */
function flag({ name, value, values, isValue }: Option): string {
  const shown = isLong(values) ? name.toUpperCase() : (values?.join('|') ?? value)
  if (shown === undefined) return `--${name}`
  return isValue === undefined ? `--${name} ${shown}` : `--${name} [${shown}]`
}

function aboutOption({ summary, values, default: value }: Option): string {
  const list = isLong(values) ? [`One of ${values?.join(', ')}.`] : []
  return [summary, ...list, ...(value === undefined ? [] : [`Default: ${value}.`])].join(' ')
}

function isLong(values: readonly string[] | undefined): boolean {
  return (values?.join('|').length ?? 0) > 40
}

/** Two columns; the second one is wrapped, below the first where that is wide. */
function table(rows: readonly (readonly [string, string])[]): string {
  const widest = Math.max(...rows.map(([left]) => left.length).filter((length) => length <= 24), 0)
  const indent = widest + 4
  const lines = rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, width - indent)
    const blank = ' '.repeat(indent)
    const below = rest.map((line) => blank + line)
    return left.length > widest
      ? [`  ${left}`, blank + first, ...below]
      : [`  ${left.padEnd(widest)}  ${first}`, ...below]
  })
  return lines.map((line) => `${line}\n`).join('')
}

function wrapped(text: string): string {
  return wrap(text, width)
    .map((line) => `${line}\n`)
    .join('')
}
