/** Reads the arguments of a call: the same manner of options for every command. */
import { parseArgs } from 'node:util'
import { messageOf } from '../values/message-of.ts'
import type { Call, Command, Option } from './command.ts'

export type Parsed =
  | { readonly kind: 'call'; readonly command: Command; readonly call: Call }
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  /** `command`: whose help says more. */
  | { readonly kind: 'misuse'; readonly message: string; readonly command?: Command }

export function parseCall(args: readonly string[], commands: readonly Command[]): Parsed {
  const parsed = split(args, commands)
  if (typeof parsed === 'string') return { kind: 'misuse', message: parsed }
  const { values, positionals, lists } = parsed
  const [name, ...operands] = positionals
  const command = commands.find((each) => each.name === name)
  if (values.get('help') !== undefined && (command !== undefined || name === undefined)) {
    return { kind: 'help', command }
  }
  if (values.get('version') !== undefined) return { kind: 'version' }
  if (name === undefined) return { kind: 'misuse', message: 'a command is missing' }
  if (command === undefined) return { kind: 'misuse', message: `unknown command: ${name}` }
  const options = withDefaults(command, values)
  const fault = faultOf(command, { options, lists, operands })
  return fault === undefined
    ? { kind: 'call', command, call: { options, lists, operands } }
    : { kind: 'misuse', message: fault, command }
}

/** The options of all commands are known here, so that a command can say that it does not take one. */
function split(args: readonly string[], commands: readonly Command[]) {
  const options = commands.flatMap((command) => command.options)
  const types = options.map(({ name, value, values }) => {
    const type = value === undefined && values === undefined ? 'boolean' : 'string'
    return [name, { type }] as const
  })
  try {
    const { values, tokens } = parseArgs({
      tokens: true,
      args: withMissingValues(args, options),
      allowPositionals: true,
      options: {
        ...Object.fromEntries<{ type: 'boolean' | 'string' }>(types),
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    })
    const given = Object.entries(values).map(
      ([name, value]) => [name, typeof value === 'string' ? value : ''] as const,
    )
    const taking = options.filter(({ many }) => many).map(({ name }) => name)
    return { values: new Map(given), ...operandsOf(tokens, new Set(taking)) }
  } catch (error) {
    // Node's message goes on with advice about its own syntax.
    return messageOf(error).split(/[.\n]/, 1)[0] ?? ''
  }
}

type Token =
  | { readonly kind: 'option'; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' }

/** What stands behind an option of `taking` is its own, up to the next option. */
function operandsOf(tokens: readonly Token[], taking: ReadonlySet<string>) {
  const positionals: string[] = []
  const lists = new Map<string, string[]>()
  let into = positionals
  for (const token of tokens) {
    if (token.kind === 'positional') into.push(token.value)
    else into = positionals
    if (token.kind !== 'option' || !taking.has(token.name)) continue
    into = lists.get(token.name) ?? []
    into.push(token.value ?? '')
    lists.set(token.name, into)
  }
  return { positionals, lists }
}

/** `--errors` alone has the empty value: `--errors=`. */
function withMissingValues(args: readonly string[], options: readonly Option[]): readonly string[] {
  const isTaken = (arg: string | undefined, value: string): boolean =>
    options.some(({ name, isValue }) => arg === `--${name}` && isValue?.(value) === true)
  const end = args.indexOf('--')
  return args.flatMap((arg, i) => {
    if (end >= 0 && i >= end) return [arg]
    if (isTaken(args[i - 1], arg)) return []
    if (!options.some(({ name, isValue }) => isValue !== undefined && arg === `--${name}`)) {
      return [arg]
    }
    const value = args[i + 1] ?? ''
    return [`${arg}=${isTaken(arg, value) ? value : ''}`]
  })
}

function withDefaults(
  command: Command,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const defaults = command.options.flatMap((option) =>
    option.default === undefined ? [] : [[option.name, option.default] as const],
  )
  return new Map([...defaults, ...given])
}

/** Why a command cannot be called so. */
function faultOf({ name, options, operands }: Command, call: Call): string | undefined {
  for (const option of options) {
    const value = call.options.get(option.name)
    const isKnown = value === undefined || (option.values?.includes(value) ?? true)
    if (!isKnown || (value === undefined && option.required)) {
      return `${name} needs --${option.name} ${option.values?.join(' or ') ?? option.value}`
    }
  }
  for (const given of call.options.keys()) {
    if (!options.some((option) => option.name === given)) return `${name} takes no --${given}`
  }
  const { length } = call.operands
  return length < operands.least || length > operands.most
    ? `${name} needs ${operands.needed}`
    : undefined
}
