/** The schema of a corpus in the interface language. */

/** A schema type with its names in the interface. `biaozhu/types` says name and label alone. */
export interface TypeInfo {
  readonly name: string
  readonly label: string
  readonly description?: string
  /** Marks a selection with this type: `1` to `9`, `0` or `-`. The first eleven types have one. */
  readonly key?: string
  /** `#rrggbb`. A default type to which the schema gives none has the theme's: `biaozhu.initiative`. */
  readonly colour?: string
  /** Name of the type of which this is a kind. */
  readonly parent?: string
  readonly attributes?: readonly AttributeInfo[]
}

export interface AttributeInfo {
  readonly name: string
  readonly label: string
  readonly kind: 'flag' | 'choice' | 'text' | 'number'
  /** Of a choice. */
  readonly choices?: readonly { readonly name: string; readonly label: string }[]
}

export interface RelationInfo {
  readonly name: string
  readonly label: string
  /** Names of the types that may stand at its ends; kinds of them may, too. Absent: any. */
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly attributes?: readonly AttributeInfo[]
}

/** The schema of one corpus. */
export interface SchemaInfo {
  /** Uri of the corpus root. */
  readonly corpus: string
  readonly types: readonly TypeInfo[]
  readonly relations: readonly RelationInfo[]
  /** Whether mentions may be nested and cross. */
  readonly overlap: boolean
}

export interface SchemaRequests {
  'biaozhu/types': (params: Record<string, never>) => readonly TypeInfo[]
  /** The schema of the corpus that a page belongs to. */
  'biaozhu/schema': (params: { readonly uri: string }) => SchemaInfo | null
}
