/** What is done with many places of several pages in one step: marking them, giving them another type, linking them. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { PageEdit } from '../../corpus/snapshot/model.ts'
import type { Decided, PlacedMention } from '../../protocol.ts'
import { overlaps, sameSpan } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { t } from '../wording/messages.ts'
import type { Action, Edits, Selected } from './action.ts'
import { labelOfType } from './attributes.ts'
import { mergedEdits } from './decide.ts'
import { mark } from './mark.ts'
import { type InOffsets, placedMentions, text } from './parameters.ts'
import { noMention, type Refused, refused } from './refused.ts'
import { retype } from './retype.ts'
import { setEntity } from './values.ts'

type Item = InOffsets<PlacedMention>
type PlacedItem = Item & { readonly place: NonNullable<Item['place']> }

const items = placedMentions('`[{ "uri": …, "range": …, "type": … }]`.')
const answer =
  '`{ "count": …, "left": … }`: how many were changed, and how many not, since they are so already, are none any more, or overlap another one of them.'

export const markMany: Action<'markMany'> = {
  description:
    'Marks places of several pages in one step, each as `mark` does. In a flat schema one that overlaps another of them is left out.',
  parameters: { items, type: text('Name of a type of the schema.') },
  answer,
  run(snapshot, { items, type }, context) {
    const before: PlacedItem[] = []
    return together(
      items,
      ({ place, range }) => {
        const isFlat = place.corpus.schema.overlap !== true
        const isFree = !before.some(
          (each) => each.place.document === place.document && overlaps(each.range, range),
        )
        if (isFlat && !isFree) return refused(t('It overlaps another one that is marked.'))
        before.push({ place, range })
        return mark.run(snapshot, { place, range, type }, context)
      },
      (count) => t('Mark {0} as {1}', count, typeName(items, type)),
    )
  },
}

export const retypeMany: Action<'retypeMany'> = {
  description: 'Gives mentions of several pages another type in one step, each as `retype` does.',
  parameters: { items, to: text('Name of a type of the schema.') },
  answer,
  run: (snapshot, { items, to }, context) =>
    together(
      items,
      onMention((mention) => retype.run(snapshot, { ...mention, type: to }, context)),
      (count) => t('{0} become {1}', count, typeName(items, to)),
    ),
}

export const linkMany: Action<'linkMany'> = {
  description:
    'Says which entity mentions of several pages refer to in one step, each as `setEntity` does.',
  parameters: { items, entity: text('Id of the entity.') },
  answer,
  run: (snapshot, { items, entity }, context) =>
    together(
      items,
      onMention((mention) => setEntity.run(snapshot, { ...mention, entity }, context)),
      (count) => t('Entity of {0} mentions', count),
    ),
}

/** Each by itself, in the same snapshot; what would change the same annotation again is left out. */
function together(
  items: readonly Item[],
  change: (item: PlacedItem) => Edits<unknown> | Refused,
  label: (count: number) => string,
): Edits<Decided> | Refused {
  const edits: PageEdit[] = []
  const touched = new Set<string>()
  let count = 0
  let select: Selected | undefined
  let reason: Refused | undefined
  for (const { place, ...item } of items) {
    const result = place === undefined ? noMention() : change({ ...item, place })
    if (result.kind === 'refused') {
      reason ??= result
      continue
    }
    const ids = result.edits.flatMap(({ uri, put, drop }) =>
      [...put.map(({ id }) => id), ...drop].map((id) => `${uri} ${id}`),
    )
    if (ids.some((id) => touched.has(id))) continue
    for (const id of ids) touched.add(id)
    for (const edit of result.edits) edits.push(edit)
    count++
    select ??= result.select
  }
  const left = items.length - count
  if (count === 0) return reason ?? noMention()
  return {
    kind: 'edits',
    label: label(count),
    edits: mergedEdits(edits),
    ...defined({ select }),
    ...(left === 0 ? {} : { message: t('{0} done, {1} left as they are', count, left) }),
    answer: { count, left },
  }
}

/** Changes the mention at exactly the place of an item: by its id where it has one, since others may be there too. */
function onMention(
  change: (
    mention: Omit<PlacedItem, 'type'> & { readonly id?: string },
  ) => Edits<unknown> | Refused,
): (item: PlacedItem) => Edits<unknown> | Refused {
  return ({ place, range, type }) => {
    const mention = place.document.mentions.find(
      (each) =>
        each.status !== 'rejected' &&
        sameSpan(mentionSpan(each), range) &&
        (type === undefined || each.type === type),
    )
    if (mention === undefined) return noMention()
    return change({ place, range, ...defined({ id: mention.record?.id }) })
  }
}

function typeName(items: readonly Item[], type: string): string {
  const [place] = items.flatMap((item) => item.place ?? [])
  return place === undefined ? type : labelOfType(place.corpus.schema, type)
}
