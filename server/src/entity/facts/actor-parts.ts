/** Who takes which part in an initiative, where the text says it outright: 由市总工会主办、市体育局承办. */
import { groupBy } from '../../values/group-by.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import type { Actor, Scene } from './scene.ts'

/** As relations name them. */
export type ActorPart =
  | 'host'
  | 'organiser'
  | 'coorganiser'
  | 'partner'
  | 'guidance'
  | 'implementation'

export interface SaidActor {
  /** Number of the initiative on its page. */
  readonly initiative: number
  readonly actor: Actor
  readonly part: ActorPart
}

const patterns = expressions('initiative-parts', {
  between: '',
  host: '',
  organiser: '',
  coorganiser: '',
  guidance: '',
  implementation: '',
  under: '',
  guided: '',
  together: '',
  acts: '',
  hostLabel: '',
  organiserLabel: '',
  coorganiserLabel: '',
  guidanceLabel: '',
  by: '',
  next: '',
  spoken: 'g',
  straight: '',
  anaphor: '',
})
type Patterns = ReturnType<typeof patterns>

/** In order of position. */
export function actorParts(scene: Scene, lexicon: Lexicon): readonly SaidActor[] {
  const rules = patterns(lexicon)
  const ground = groundOf(scene)
  const found: SaidActor[] = []
  let before: { readonly sentence: number; readonly initiative: number } | undefined
  for (const run of runsOf(scene, rules)) {
    const said = partOf(scene, run, rules)
    if (said === undefined) continue
    const sentence = scene.sentences[run.start] ?? 0
    const chained = before?.sentence === sentence ? before.initiative : undefined
    const initiative = initiativeOf(ground, run, { ...said, chained }, rules)
    if (initiative === undefined) continue
    before = { sentence, initiative }
    for (const actor of run.actors) found.push({ initiative, actor, part: said.part })
  }
  return found
}

/** A scene with its mentions by where they stand, so that none is looked for in all of them. */
interface Ground {
  readonly scene: Scene
  /** Of any type, by the number of their sentence. */
  readonly bySentence: ReadonlyMap<number | undefined, readonly Actor[]>
  /** Initiatives by the number of their paragraph. */
  readonly byParagraph: ReadonlyMap<number | undefined, readonly Actor[]>
  /** The one initiative of the scene; `undefined` for none or several. */
  readonly only: number | undefined
}

function groundOf(scene: Scene): Ground {
  const { actors, sentences, paragraphs } = scene
  const initiatives = actors.filter(isInitiative)
  return {
    scene,
    bySentence: groupBy(actors, ({ start }) => sentences[start]),
    byParagraph: groupBy(initiatives, ({ start }) => paragraphs[start]),
    only: only(initiatives),
  }
}

function isInitiative({ type }: Actor): boolean {
  return type === 'Initiative'
}

/** Organisations that take a part together: 市总工会、市人社局和市体育局. */
interface Run {
  readonly start: number
  readonly end: number
  readonly actors: readonly Actor[]
}

function runsOf({ text, actors }: Scene, { between }: Patterns): readonly Run[] {
  const runs: { start: number; end: number; actors: Actor[] }[] = []
  for (const actor of actors) {
    if (actor.type !== 'Organization') continue
    const last = runs.at(-1)
    if (last !== undefined && actor.start < last.end) continue
    if (last !== undefined && between.test(text.slice(last.end, actor.start))) {
      last.actors.push(actor)
      last.end = actor.end
    } else runs.push({ start: actor.start, end: actor.end, actors: [actor] })
  }
  return runs
}

/** How far words around a run are looked at, in UTF-16 units. */
const reach = 24

interface SaidOfRun {
  readonly part: ActorPart
  /** Where the words end that say it. */
  readonly end: number
  /** They stand in front, as in a list: 主办单位：. */
  readonly isLabel: boolean
}

function partOf({ text }: Scene, { start, end }: Run, rules: Patterns): SaidOfRun | undefined {
  const before = text.slice(Math.max(start - reach, 0), start)
  const after = text.slice(end, end + reach)
  const labels = {
    host: rules.hostLabel,
    organiser: rules.organiserLabel,
    coorganiser: rules.coorganiserLabel,
    guidance: rules.guidanceLabel,
  } as const
  for (const part of ['host', 'organiser', 'coorganiser', 'guidance'] as const) {
    if (labels[part].test(before)) return { part, end, isLabel: true }
  }
  const guided = rules.under.test(before) ? rules.guided.exec(after) : null
  if (guided !== null) return { part: 'guidance', end: end + guided[0].length, isLabel: false }
  if (rules.together.test(before)) {
    return rules.acts.test(after) ? { part: 'partner', end, isLabel: false } : undefined
  }
  for (const part of ['host', 'organiser', 'coorganiser', 'guidance', 'implementation'] as const) {
    const match = rules[part].exec(after)
    if (match !== null) return { part, end: end + match[0].length, isLabel: false }
  }
  return undefined
}

/** The initiative of which the words speak; `undefined` where it might be another thing. */
function initiativeOf(
  ground: Ground,
  run: Run,
  said: SaidOfRun & { readonly chained: number | undefined },
  rules: Patterns,
): number | undefined {
  if (said.isLabel) return ground.only
  const { scene, bySentence } = ground
  const beside = bySentence.get(scene.sentences[run.start]) ?? []
  const here = beside.filter(isInitiative)
  const behind = here.find(({ start }) => start >= said.end)
  if (behind !== undefined && leadsTo(scene, said.end, behind, beside, rules)) return behind.thing
  const lead = scene.text.slice(Math.max(run.start - 1, 0), run.start)
  if (rules.next.test(lead) && said.chained !== undefined) return said.chained
  const isPassive = rules.by.test(lead)
  const isFree = said.part === 'partner' || said.part === 'guidance'
  if (isFree && here.length > 0) return only(here)
  if (!isPassive) return undefined
  // 大赛由市总工会主办，本届增设女子邀请赛: what comes behind is another one.
  const before = here.filter(({ end }) => end <= run.start)
  return before.length > 0 ? only(before) : meant(ground, run, rules)
}

/**
 * 主办、市体育局承办的“求学圆梦”大赛: between the words, which end at `from`, and the name nothing stands but who takes
 * another part. `beside` are all mentions of the sentence.
 */
function leadsTo(
  { text }: Scene,
  from: number,
  { start }: Actor,
  beside: readonly Actor[],
  { spoken, straight }: Patterns,
): boolean {
  if (start - from > 3 * reach) return false
  let rest = ''
  let at = from
  for (const actor of beside) {
    if (actor.type !== 'Organization' || actor.start < at || actor.end > start) continue
    rest += text.slice(at, actor.start)
    at = actor.end
  }
  rest += text.slice(at, start)
  return straight.test(rest.replace(spoken, ''))
}

/** 本次大赛由市总工会主办: the only one of the paragraph up to here. */
function meant(
  { scene: { text, sentences, paragraphs }, byParagraph }: Ground,
  { start }: Run,
  { anaphor }: Patterns,
): number | undefined {
  let from = start
  while (from > 0 && start - from < reach && sentences[from - 1] === sentences[start]) from--
  if (!anaphor.test(text.slice(from, start))) return undefined
  const here = byParagraph.get(paragraphs[start]) ?? []
  return only(here.filter((each) => each.end <= start))
}

/** The one thing that all of them are. */
function only(initiatives: readonly Actor[]): number | undefined {
  const [first, ...others] = new Set(initiatives.map(({ thing }) => thing))
  return others.length === 0 ? first : undefined
}
