/** The layers as INCEpTION imports them into a project, with the schema's types as tag sets. */

import type { Schema } from '../../annotation/schema/schema.ts'
import type { Json, JsonObject } from '../../values/json.ts'
import {
  type CasFeature,
  casTypes,
  dependent,
  governor,
  linkType,
  mentionType,
  pageType,
  pieceType,
  relationType,
} from './type-system.ts'

/** Settings → Layers → Import. The first layer is the one that is shown then. */
export function layersFile({ types, relations = [] }: Schema): string {
  const tags = new Map([
    [mentionType, tagSet('Biaozhu types', types)],
    [relationType, tagSet('Biaozhu relations', relations)],
  ])
  const layers = [
    layer(mentionType, 'Biaozhu mention', 'span', tags),
    layer(pieceType, 'Biaozhu piece', 'span', tags),
    layer(relationType, 'Biaozhu relation', 'relation', tags),
    layer(pageType, 'Biaozhu page', 'document-metadata', tags),
  ]
  return `${JSON.stringify(layers, undefined, 2)}\n`
}

function layer(
  name: string,
  title: string,
  kind: 'span' | 'relation' | 'document-metadata',
  tags: ReadonlyMap<string, Json>,
): JsonObject {
  const features = (casTypes.find((type) => type.name === name)?.features ?? []).filter(
    (feature) => feature.name !== governor && feature.name !== dependent,
  )
  return {
    name,
    uiName: title,
    type: kind,
    description: '',
    enabled: true,
    built_in: false,
    readonly: false,
    attach_type: kind === 'relation' ? { name: mentionType } : null,
    attach_feature: null,
    cross_sentence: true,
    show_hover: true,
    anchoring_mode: kind === 'span' ? 'CHARACTERS' : 'TOKENS',
    overlap_mode: 'ANY_OVERLAP',
    validation_mode: 'NEVER',
    linked_list_behavior: false,
    features: features.map((feature, rank) => ({
      ...featureJson(feature),
      ...(feature.name === 'label' ? { tag_set: tags.get(name) ?? null, remember: true } : {}),
      rank,
    })),
  }
}

function featureJson({ name, range }: CasFeature): JsonObject {
  const link = range === `${linkType}[]`
  return {
    name,
    uiName: name,
    type: link ? pieceType : range,
    description: '',
    enabled: true,
    // The label is what is written over a mention.
    visible: name === 'label',
    include_in_hover: name === 'note',
    required: false,
    remember: false,
    curatable: true,
    multi_value_mode: link ? 'ARRAY' : 'NONE',
    link_mode: link ? 'WITH_ROLE' : 'NONE',
    link_type_name: link ? linkType : null,
    link_type_role_feature_name: link ? 'role' : null,
    link_type_target_feature_name: link ? 'target' : null,
  }
}

/** Tags may be added in the project: names of types are open. */
function tagSet(
  name: string,
  definitions: readonly { readonly name: string; readonly labelZh: string }[],
): JsonObject {
  return {
    name,
    description: '',
    language: 'zh',
    create_tag: true,
    tags: definitions.map((each) => ({ tag_name: each.name, tag_description: each.labelZh })),
  }
}
