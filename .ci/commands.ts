/**
 * docs/commands.md: every server command with its parameters and answer, from the actions' own words.
 * `node .ci/commands.ts` writes it anew; a test says when that was forgotten.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Action, ActionName } from '../server/src/feature/annotate/action.ts'
import { actions, commandId, isActionName } from '../server/src/feature/annotate/actions.ts'
import type { Parameter } from '../server/src/feature/annotate/parameters.ts'

/** Where it stands in the repository. */
export const commandsFile = 'docs/commands.md'

export function commandsDocument(): string {
  const names = Object.keys(actions).filter(isActionName)
  return [opening, ...names.map(section), undoing].join('\n\n').concat('\n')
}

function section<N extends ActionName>(name: N): string {
  const { description, parameters, answer }: Action<N> = actions[name]
  const lines = Object.entries<Parameter<unknown>>({ ...parameters })
    .filter(([, { help }]) => help !== '')
    .map(([parameter, { help }]) => `- \`${parameter}\`: ${help}`)
  return [
    `## ${commandId(name)}`,
    description,
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
    ...(answer === undefined ? [] : [`Answer: ${answer}`]),
  ].join('\n\n')
}

const opening = `# Server commands

<!-- Written by \`node .ci/commands.ts\` from server/src/feature/annotate. -->

Every action on annotations is a command of the language server (\`workspace/executeCommand\`), for any editor. Each takes one argument, a JSON
object:

\`\`\`json
{ "uri": "file:///corpus/p03.txt", "position": { "line": 3, "character": 7 } }
\`\`\`

| parameter | meaning |
|---|---|
| \`uri\` | the page |
| \`id\` | of an annotation: its record in the sidecar |
| \`position\` | what stands under this cursor |
| \`range\` | a selection, or a mention by its exact range |
| \`ranges\` | a selection in several pieces |

Positions and ranges are the protocol's: lines from 0, characters in UTF-16 units. "The mention" below is the one with \`id\`, else the one at \`range\`
exactly, else the one under \`position\` or at the start of \`range\`. A command on a suggestion makes an annotation of it. Who did it, and when, is
written to each record.

The answer is one of:

| answer | meaning |
|---|---|
| \`{ "kind": "done", "label": …, "pages": […], "transaction": …, "select": …, "message": …, "answer": … }\` | \`label\` says what was done and \`message\` what should be shown, in the language of the interface; \`pages\` are the uris of the changed pages, \`transaction\` is for undo, \`select\` the location that the person wants to see next |
| \`{ "kind": "answer", "answer": …, "select": … }\` | a question was answered, nothing has changed |
| \`{ "kind": "refused", "message": … }\` | it cannot be done; \`message\` says why. With \`"reason": "unsaved"\`, the pages \`pages\` have to be saved first: annotations describe the page on disk |

All of it but \`kind\`, \`label\` and \`pages\` may be missing. The sidecar is written after the answer.`

const undoing = `## biaozhu.server.undo, biaozhu.server.redo

Takes back what a command did, or does it again: \`{ "transaction": … }\`. A record that was changed since keeps what was changed since.`

if (process.argv[1] === import.meta.filename) {
  fs.writeFileSync(path.resolve(import.meta.dirname, '..', commandsFile), commandsDocument())
}
