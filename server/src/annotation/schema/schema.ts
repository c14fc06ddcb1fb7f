/** The types of annotation, with their names for people. The default schema is the guidelines'. */

import { oncePer } from '../../values/once-per.ts'

export interface TypeDefinition {
  /** As written in files: `Initiative`. May be Chinese. */
  readonly name: string
  /** Shown in an English interface; default: the name. */
  readonly label?: string
  /** Shown in a Chinese interface: `举措`. */
  readonly labelZh: string
  /** Token type of the protocol that a theme without a rule for ours falls back to. */
  readonly superType: string
  readonly description?: string
  /** `#d9c2f0`. */
  readonly colour?: string
  /** Key that marks a selection with this type: `1` to `9`, `0` or `-`. */
  readonly key?: string
  /** Name of the type of which this is a kind. */
  readonly parent?: string
  readonly attributes?: readonly AttributeDefinition[]
}

export interface AttributeDefinition {
  readonly name: string
  readonly label?: string
  readonly labelZh: string
  /** A flag is `true` or not there. */
  readonly kind: 'flag' | 'choice' | 'text' | 'number'
  /** Of a choice: its values. */
  readonly choices?: readonly ChoiceDefinition[]
}

export interface ChoiceDefinition {
  readonly name: string
  readonly label?: string
  readonly labelZh: string
}

export interface RelationDefinition {
  readonly name: string
  readonly label?: string
  readonly labelZh: string
  /** Names of the types that may stand at its ends; `undefined` for any. */
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly attributes?: readonly AttributeDefinition[]
}

export interface Schema {
  readonly types: readonly TypeDefinition[]
  readonly relations?: readonly RelationDefinition[]
  /** Whether mentions may overlap. Default: they are flat. */
  readonly overlap?: boolean
}

/** Whether both have the same names of types, in the same order. */
export function haveSameTypes(a: Schema, b: Schema): boolean {
  return (
    a.types === b.types ||
    (a.types.length === b.types.length &&
      a.types.every(({ name }, index) => name === b.types[index]?.name))
  )
}

/** Whether `type` is `ancestor` or a kind of it. */
export function isKindOf(schema: Schema, type: string, ancestor: string): boolean {
  const parents = parentsOf(schema)
  // As many steps as there are types: a schema made in code could have a circle of parents.
  let name: string | undefined = type
  for (let step = 0; step <= parents.size && name !== undefined; step++) {
    if (name === ancestor) return true
    name = parents.get(name)
  }
  return false
}

/** By name of a type the one of which it is a kind. */
const parentsOf = oncePer(
  ({ types }: Schema): ReadonlyMap<string, string | undefined> =>
    new Map(types.map(({ name, parent }) => [name, parent])),
)

/** Order: the one in which people review, and of the number keys. */
export const defaultSchema: Schema = {
  types: [
    { name: 'Initiative', labelZh: '举措', superType: 'class' },
    { name: 'Organization', labelZh: '组织', superType: 'namespace' },
    { name: 'Person', labelZh: '人物', superType: 'variable' },
    { name: 'Place', labelZh: '地点', superType: 'property' },
    { name: 'Date', labelZh: '时间', superType: 'number' },
    { name: 'Figure', labelZh: '数据', superType: 'number' },
    { name: 'Document', labelZh: '文件', superType: 'string' },
    { name: 'Group', labelZh: '群体', superType: 'type' },
    { name: 'Role', labelZh: '职务', superType: 'keyword' },
    { name: 'Honor', labelZh: '荣誉', superType: 'enumMember' },
    { name: 'Contact', labelZh: '联系', superType: 'comment' },
  ],
  relations: initiativeFacts(),
}

/** The facts of an initiative, as the guidelines name them. */
function initiativeFacts(): readonly RelationDefinition[] {
  const part = (...choices: readonly (readonly [string, string])[]): AttributeDefinition => ({
    name: 'part',
    labelZh: '角色',
    kind: 'choice',
    choices: choices.map(([name, labelZh]) => ({ name, labelZh })),
  })
  const fact = (
    name: string,
    labelZh: string,
    to: readonly string[],
    ...attributes: readonly AttributeDefinition[]
  ): RelationDefinition => ({
    name,
    labelZh,
    from: ['Initiative'],
    to,
    ...(attributes.length === 0 ? {} : { attributes }),
  })
  const actors = part(
    ['host', '主办'],
    ['organiser', '承办'],
    ['coorganiser', '协办'],
    ['partner', '联合'],
    ['guidance', '指导'],
    ['implementation', '实施'],
  )
  const dates = part(['start', '开始'], ['end', '结束'], ['held', '举行'], ['announced', '发布'])
  const natures = part(
    ['planned', '计划'],
    ['reached', '达到'],
    ['scale', '规模'],
    ['example', '示例'],
  )
  return [
    fact('actor', '主体', ['Organization', 'Person', 'Place', 'Group'], actors),
    fact('place', '地点', ['Place', 'Organization']),
    fact('date', '时间', ['Date'], dates),
    fact('target', '对象', ['Group', 'Organization', 'Person', 'Place']),
    fact('figure', '数据', ['Figure'], { ...natures, name: 'nature', labelZh: '性质' }),
    fact('partOf', '属于', ['Initiative']),
  ]
}
