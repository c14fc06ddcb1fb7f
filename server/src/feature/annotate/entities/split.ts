/** Some names or pages of an entity are another one. */
import type { EntitiesRecord } from '../../../annotation/entities/entity-record.ts'
import type { Corpus, PageEdit } from '../../../corpus/snapshot/model.ts'
import { isLevelName, typedKey } from '../../../entity/names.ts'
import { type MentionPlace, placesOf } from '../../looking/places.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionContext, Edits } from '../action.ts'
import { mergedEdits } from '../decide.ts'
import { optional, texts } from '../parameters.ts'
import { refused } from '../refused.ts'
import { decidedRecord } from '../target.ts'
import {
  type EntityTarget,
  entityAnswer,
  entityTarget,
  linkOf,
  noEntity,
  ofEntity,
  preview,
  previewed,
  said,
} from './said.ts'

export const splitEntity: Action<'splitEntity'> = {
  asks: { with: 'preview' },
  description:
    'Says that some names of an entity, or what some pages mean by it, are another entity, which is made.',
  parameters: {
    ...ofEntity,
    names: optional(
      texts('Optional: the names, as mentions have them; all of them where none is given.'),
    ),
    pages: optional(texts('Optional: uris of pages; all of them where none is given.')),
    preview,
  },
  answer: entityAnswer,
  run(snapshot, { preview: isPreview, names, pages, ...of }, context) {
    const target = entityTarget(snapshot, of)
    if (target === undefined) return noEntity()
    const all = placesOf(target.corpus, target.entity)
    const isMeant = ({ document, mention }: MentionPlace): boolean =>
      (names?.includes(mention.text) ?? true) && (pages?.includes(document.uri) ?? true)
    const meant = all.filter(isMeant)
    if (meant.length === 0) return refused(t('“{0}” has no such mention.', target.entity.name))
    if (meant.length === all.length) {
      return refused(t('Something of “{0}” has to stay.', target.entity.name))
    }
    if (isPreview === true) return previewed(target, meant)
    const others = all.filter((place) => !isMeant(place))
    const byName = pages === undefined
    // What stays hangs on the entity's own name: where that goes, the others are the new entity.
    const goes = hasRoot(target, meant, byName) ? others : meant
    const [first] = meant
    const label = t('“{0}” is not “{1}”', first?.mention.text ?? '', target.entity.name)
    return splitOff(target, goes, { label, byName }, context)
  },
}

function hasRoot(
  { corpus, entity }: EntityTarget,
  places: readonly MentionPlace[],
  byName: boolean,
) {
  return places.some((place) => nameIds(corpus, place, byName).includes(entity.id))
}

/** Ids by which the name of a mention is known: what its page means by it and, where all pages are meant, the name itself. */
function nameIds(
  corpus: Corpus,
  { document: { path, lexicon }, mention: { type, text } }: MentionPlace,
  byName: boolean,
): readonly string[] {
  const key = `${type}:${typedKey(type, text, lexicon)}`
  const newspaper = corpus.byPath(path)
  const paper = newspaper === undefined ? undefined : corpus.pageData(newspaper).newspaper
  const wide = paper === undefined ? [key] : [key, `${paper}#${key}`]
  return byName ? [`${path}#${key}`, ...wide] : [`${path}#${key}`]
}

function splitOff(
  target: EntityTarget,
  places: readonly MentionPlace[],
  { label, byName }: { readonly label: string; readonly byName: boolean },
  context: ActionContext,
): Edits<{ readonly id: string }> {
  const { corpus, entity } = target
  const known = new Set(corpus.index.namesOf(entity.id))
  const wide = new Set(
    places.flatMap((place) => nameIds(corpus, place, byName).filter((id) => known.has(id))),
  )
  // A name that is split off stands for itself; several are names of a new entity.
  const [only, ...rest] = wide
  const id = only !== undefined && rest.length === 0 ? only : `${entity.type}@${context.newId()}`
  const put = new Map<string, EntitiesRecord>()
  for (const each of wide) put.set(each, linkOf(target, each, id, context))
  const edits: PageEdit[] = []
  for (const place of places) {
    const { document, mention } = place
    const key = typedKey(mention.type, mention.text, document.lexicon)
    // 市总工会 is one for each article: only its mention says which is meant.
    if (mention.record?.entity !== undefined || isLevelName(mention.type, key, document.lexicon)) {
      const record = decidedRecord(
        { ...place, corpus },
        { status: 'accepted', entity: id },
        context,
      )
      edits.push({ uri: document.uri, put: [record], drop: [] })
      continue
    }
    const [here = ''] = nameIds(corpus, place, byName)
    const isFullest = isOwnName(corpus, place, wide)
    if (!isFullest) put.set(here, linkOf(target, here, id, context))
  }
  return { ...said(label, target, [...put.values()], { id }), edits: mergedEdits(edits) }
}

/** Whether a mention goes with its name, one of `names`; else it is a short form of another name on its page. */
function isOwnName(
  corpus: Corpus,
  { document, mention }: MentionPlace,
  names: ReadonlySet<string>,
) {
  const reasons = corpus.index.linkOf(document.path, mention)
  const isShort = reasons[0]?.kind === 'shortForm' || reasons[0]?.kind === 'introduced'
  const key = typedKey(mention.type, mention.text, document.lexicon)
  return !isShort && [...names].some((id) => id.endsWith(`${mention.type}:${key}`))
}
