/** Commands on entities: over the whole corpus, each one step. */
import type {
  AtPlace,
  Change,
  ChangeOrQuestion,
  Identified,
  OfMention,
  Question,
} from './command.ts'

export interface EntityCommands {
  mergeEntities: ChangeOrQuestion<
    OfEntity & Preview & { readonly into: string; readonly others?: readonly string[] },
    Identified,
    EntityPreview,
    { readonly with: 'preview' }
  >
  splitEntity: ChangeOrQuestion<
    OfEntity & Preview & { readonly names?: readonly string[]; readonly pages?: readonly string[] },
    Identified,
    EntityPreview,
    { readonly with: 'preview' }
  >
  renameEntity: ChangeOrQuestion<
    OfEntity & Preview & { readonly name: string | null },
    Identified,
    EntityPreview,
    { readonly with: 'preview' }
  >
  setEntityAddress: Change<OfEntity & { readonly address: string | null }, Identified>
  unlink: Change<OfMention, Identified>
  coreferenceTargets: Question<AtPlace, CoreferenceTargets>
  markCoreference: Change<AtPlace & { readonly entity: string }, Identified>
}

/** An entity of a corpus, by its id and the uri of the corpus root. */
export interface OfEntity {
  readonly corpus: string
  readonly entity: string
}

export interface Preview {
  readonly preview?: boolean
}

/** What a change of an entity would touch; `items` of the answer lists the mentions. */
export interface EntityPreview {
  readonly name: string
  readonly mentions: number
  readonly pages: number
}

/** What a word that names nothing by itself may mean. */
export interface CoreferenceTargets {
  /** As it stands there. */
  readonly text: string
  /** Those named before it, the nearest first; then those named behind it on its page. */
  readonly targets: readonly {
    readonly id: string
    readonly type: string
    readonly name: string
    readonly aliases: readonly string[]
    readonly count: number
  }[]
}
