/** All actions on annotations by name, in the order of docs/commands.md. */

import type { Snapshot } from '../../corpus/snapshot/model.ts'
import type { CommandName, CommandParams } from '../../protocol.ts'
import type { JsonObject } from '../../values/json.ts'
import { accept } from './accept.ts'
import type { Action, ActionContext, ActionName, ActionResult } from './action.ts'
import { setAttributes } from './attributes.ts'
import { narrow, setRange, widen } from './borders.ts'
import { correctText, revertCorrection } from './correct/edits.ts'
import { listCorrections } from './correct/list.ts'
import { recordCorrection } from './correct/record.ts'
import { deleteMention } from './delete.ts'
import { done, reopen } from './done.ts'
import { confirm, drop, putHere } from './doubts.ts'
import { coreferenceTargets, markCoreference } from './entities/coreference.ts'
import { mergeEntities } from './entities/merge.ts'
import { renameEntity, setEntityAddress } from './entities/rename.ts'
import { splitEntity } from './entities/split.ts'
import { unlink } from './entities/unlink.ts'
import { linkMany, markMany, retypeMany } from './found.ts'
import { fragmentsOf } from './fragments.ts'
import { acceptGroup, rejectGroup } from './group.ts'
import { importPlan } from './import.ts'
import { acceptMany, rejectMany } from './many.ts'
import { mark } from './mark.ts'
import { readParameters } from './parameters.ts'
import { addFragment, removeFragment } from './pieces.ts'
import { reject } from './reject.ts'
import { attach, detach, setRelationAttributes } from './relations/attach.ts'
import { attachTargets, relationTargets } from './relations/targets.ts'
import { retype } from './retype.ts'
import { mergeNext, split } from './split.ts'
import { moveBlock, setByline, setTitles } from './structure/articles.ts'
import { setBlockKind, splitBlock } from './structure/blocks.ts'
import { continuesAt } from './structure/joins.ts'
import { setPageData } from './structure/page-data.ts'
import { articlesOf, blocksAt } from './structure/questions.ts'
import { setEntity, setNote, setReading, setUnsure } from './values.ts'
import { acceptAllOfName, markEverywhere, rejectAllOfName } from './whole-name.ts'

export const actions: { readonly [N in ActionName]: Action<N> } = {
  mark,
  fragmentsOf,
  retype,
  widen,
  narrow,
  setRange,
  split,
  mergeNext,
  addFragment,
  removeFragment,
  delete: deleteMention,
  setAttributes,
  setNote,
  setUnsure,
  setEntity,
  unlink,
  coreferenceTargets,
  markCoreference,
  mergeEntities,
  splitEntity,
  renameEntity,
  setEntityAddress,
  setReading,
  attachTargets,
  relationTargets,
  attach,
  setRelationAttributes,
  detach,
  correctText,
  recordCorrection,
  corrections: listCorrections,
  revertCorrection,
  articlesOf,
  blocksAt,
  splitBlock,
  setBlockKind,
  continuesAt,
  moveBlock,
  setTitles,
  setByline,
  setPageData,
  accept,
  reject,
  acceptMany,
  rejectMany,
  acceptGroup,
  rejectGroup,
  markMany,
  retypeMany,
  linkMany,
  acceptAllOfName,
  rejectAllOfName,
  markEverywhere,
  done,
  reopen,
  putHere,
  confirm,
  drop,
  import: importPlan,
}

/** Id of a server command. */
export function commandId(name: CommandName): string {
  return `biaozhu.server.${name}`
}

export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name)
}

/** What an action makes of the snapshot. `values` are what a client sent; refused where they are wrong. */
export function runAction<N extends ActionName>(
  name: N,
  values: JsonObject,
  snapshot: Snapshot,
  context: ActionContext,
): ActionResult<N> {
  const action: Action<N> = actions[name]
  const reading = readParameters<CommandParams<N>>(action.parameters, values, { snapshot })
  return reading.kind === 'refused' ? reading : action.run(snapshot, reading.params, context)
}
