/** The types of annotation, with their names for people. The default schema is the guidelines'. */

export interface TypeDefinition {
  /** As written in files: `Initiative`. */
  readonly name: string
  /** Shown in a Chinese interface: `举措`. */
  readonly labelZh: string
  /** Token type of the protocol that a theme without a rule for ours falls back to. */
  readonly superType: string
}

export interface Schema {
  readonly types: readonly TypeDefinition[]
}

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
}
