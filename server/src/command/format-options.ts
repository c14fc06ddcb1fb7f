/** Options of formats as options of the command line: `--tags bioes`. */
import type { Format } from '../exchange/format/format.ts'
import type { Option } from './command.ts'

/** One for each name, with the values that it has in any of the formats. */
export function formatOptions(formats: readonly Format[]): readonly Option[] {
  const found = new Map<string, { values: Set<string>; help: string[] }>()
  for (const { name: format, options } of formats) {
    for (const { name, values, help } of options) {
      const option = found.get(name) ?? { values: new Set(), help: [] }
      found.set(name, option)
      for (const value of values) option.values.add(value)
      option.help.push(`With ${format}: ${help}, ${values[0]} where it is not given.`)
    }
  }
  return [...found].map(([name, { values, help }]) => ({
    name,
    values: [...values],
    summary: help.join(' '),
  }))
}

/** The values that a call gives to the options of its format; a sentence where the format has not got one. */
export function optionValues(
  format: Format,
  given: ReadonlyMap<string, string>,
  formats: readonly Format[],
): Readonly<Record<string, string>> | string {
  const known = new Map(format.options.map((option) => [option.name, option.values]))
  const values: Record<string, string> = {}
  for (const name of new Set(formats.flatMap(({ options }) => options.map((each) => each.name)))) {
    const value = given.get(name)
    if (value === undefined) continue
    const allowed = known.get(name)
    if (allowed === undefined) return `${format.name} has no --${name}`
    if (!allowed.includes(value)) return `${format.name} needs --${name} ${allowed.join(' or ')}`
    values[name] = value
  }
  return values
}
