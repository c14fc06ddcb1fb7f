/** *Filter Review…*: one list in which everything that a review may stop at is checked or not. */
import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode'
import type { ReviewGap, TypeInfo } from '../../../server/src/protocol.ts'
import { fromPosition, uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import type { Server } from '../server/server.ts'
import { afterOnly, gapKinds, type Scope, sureFrom, type TypeLine, unsureBelow } from './filter.ts'

interface Choice extends QuickPickItem, TypeLine {
  /** What a checked choice adds to the filter; `type` is left out where all types are checked. */
  readonly adds?: Scope
  readonly gap?: ReviewGap
  /** Of choices with the same word only the one checked last counts. */
  readonly excludes?: 'confidence'
}

/** The filter that the person has chosen; `undefined` where the box was left. */
export async function pickScope(server: Server, scope: Scope): Promise<Scope | undefined> {
  const types = (await server.request('biaozhu/types', {})) ?? []
  const choices = [
    separator(l10n.t('Types')),
    ...types.map(typeChoice),
    separator(l10n.t('Only')),
    onlyInitiatives(types),
    ...confidenceChoices(),
    ...(await articleChoices(server)),
    unsureChoice(),
    separator(l10n.t('Also stop where nothing is marked')),
    ...gapKinds.map((gap) => ({ label: gapLabel(gap), gap })),
  ]
  const chosen = await ask(choices, (choice) => isOn(choice, scope))
  if (chosen === undefined) return undefined
  const wanted = chosen.flatMap(({ type }) => (type === undefined ? [] : [type]))
  const gaps = chosen.flatMap(({ gap }) => (gap === undefined ? [] : [gap]))
  let only: Scope = {}
  for (const { adds } of chosen) only = { ...only, ...adds }
  const isAll = wanted.length === 0 || wanted.length === types.length
  return {
    ...(isAll ? {} : { types: wanted }),
    ...only,
    ...(gaps.length === 0 ? {} : { gaps }),
  }
}

export function gapLabel(gap: ReviewGap): string {
  const labels = {
    quote: l10n.t('Quotations “…”'),
    title: l10n.t('Titles in 《》'),
    number: l10n.t('Numbers'),
  }
  return labels[gap]
}

function separator(label: string): Choice {
  return { label, kind: QuickPickItemKind.Separator }
}

function typeChoice({ name, label }: TypeInfo): Choice {
  return { label, ...(label === name ? {} : { description: name }), type: name }
}

/** With the kinds of them that the corpus has. */
function onlyInitiatives(types: readonly TypeInfo[]): Choice {
  const names = new Set(['Initiative'])
  // A kind may stand before what it is a kind of.
  for (const _ of types) {
    for (const { name, parent } of types) {
      if (parent !== undefined && names.has(parent)) names.add(name)
    }
  }
  const only = types.flatMap(({ name }) => (names.has(name) ? [name] : []))
  return { label: l10n.t('Only initiatives'), only }
}

function confidenceChoices(): readonly Choice[] {
  const [from, below] = [percent(sureFrom), percent(unsureBelow)]
  return [
    {
      label: l10n.t('Sure suggestions'),
      description: l10n.t('{0} % and more', from),
      adds: { minimumConfidence: sureFrom },
      excludes: 'confidence',
    },
    {
      label: l10n.t('Doubtful suggestions'),
      description: l10n.t('{0} % and less', below),
      adds: { maximumConfidence: unsureBelow },
      excludes: 'confidence',
    },
  ]
}

async function articleChoices(server: Server): Promise<readonly Choice[]> {
  const editor = window.activeTextEditor
  if (editor === undefined || !isPageEditorDocument(editor.document)) return []
  const uri = editor.document.uri.toString()
  const position = fromPosition(editor.selection.active)
  const found = await server.request('biaozhu/logicalArticle', { uri, position })
  if (found === undefined || found === null) return []
  const article = { page: uriKey(uri), index: found.article, title: found.title }
  return [{ label: l10n.t('This article'), description: found.title, adds: { article } }]
}

function unsureChoice(): Choice {
  return {
    label: l10n.t('Unsure mentions'),
    description: l10n.t('flagged by a person'),
    adds: { unsure: true },
  }
}

function isOn({ type, only, gap, adds }: Choice, scope: Scope): boolean {
  if (only !== undefined) {
    const { types = [] } = scope
    return types.length === only.length && only.every((each) => types.includes(each))
  }
  if (type !== undefined) return scope.types === undefined || scope.types.includes(type)
  if (gap !== undefined) return scope.gaps?.includes(gap) ?? false
  if (adds === undefined) return false
  const set = new Map<string, unknown>(Object.entries(scope))
  return Object.entries(adds).every(
    ([key, value]) => JSON.stringify(set.get(key)) === JSON.stringify(value),
  )
}

function ask(
  choices: readonly Choice[],
  isPicked: (choice: Choice) => boolean,
): Promise<readonly Choice[] | undefined> {
  const box = window.createQuickPick<Choice>()
  box.canSelectMany = true
  box.title = l10n.t('Filter Review')
  box.placeholder = l10n.t('What the review stops at')
  box.items = choices
  box.selectedItems = choices.filter(isPicked)
  let before = box.selectedItems
  return new Promise((resolve) => {
    box.onDidChangeSelection((selected) => {
      const added = selected.find((choice) => !before.includes(choice) && choice.excludes)
      const wanted = afterOnly(before, selected, choices).filter(
        (each) => each === added || each.excludes !== added?.excludes || !added,
      )
      before = wanted
      const isSame =
        wanted.length === selected.length && wanted.every((each) => selected.includes(each))
      if (!isSame) box.selectedItems = wanted
    })
    box.onDidAccept(() => {
      resolve(box.selectedItems)
      box.hide()
    })
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    box.show()
  })
}

function percent(part: number): number {
  return Math.round(part * 100)
}
