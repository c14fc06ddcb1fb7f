/** The command line: what `biaozhu COMMAND OPTIONS PATH…` prints, and the status it ends with. */
import type { ExitStatus, Outside } from './command.ts'
import { commands } from './commands.ts'
import { commandHelp, generalHelp } from './help.ts'
import { parseCall } from './parse.ts'

export async function runCommandLine(
  args: readonly string[],
  outside: Outside,
): Promise<ExitStatus> {
  const parsed = parseCall(args, commands)
  if (parsed.kind === 'call') return parsed.command.run(parsed.call, outside)
  if (parsed.kind === 'version') outside.out(`${outside.version}\n`)
  if (parsed.kind === 'help') {
    const { command } = parsed
    outside.out(command === undefined ? generalHelp(commands) : commandHelp(command))
  }
  if (parsed.kind !== 'misuse') return 0
  const { command, message } = parsed
  const whose = command === undefined ? '' : ` ${command.name}`
  outside.error(`biaozhu: ${message}\nTry: biaozhu${whose} --help\n`)
  return 2
}
