/** Brings up to date the entities whose pages, names or decisions have changed: as if all pages were linked at once. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { EntityDecisions } from '../../entity/decisions.ts'
import { namesInOrder } from '../../entity/forms.ts'
import { FullerNames } from '../../entity/fuller-names.ts'
import { initiativeKind } from '../../entity/initiative.ts'
import { type Related, relatedFacts } from '../../entity/related-facts.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { nameNumber } from './pages.ts'
import { numberOf, type Sqlite, textOf, textOrNone, type Value } from './sqlite.ts'

export interface Linking {
  readonly decisions: EntityDecisions
  readonly lexicon: Lexicon
}

/** In one transaction. Its time goes by what was touched, and by the names that are shorter forms of others. */
export function linkTouched(sqlite: Sqlite, { decisions, lexicon }: Linking): void {
  sqlite.transaction(() => {
    sqlite.run(`DELETE FROM form WHERE name IN (SELECT name FROM touched)
      AND NOT EXISTS (SELECT 1 FROM mention WHERE mention.form = form.id)`)
    const roots = new Set(touchedRoots(sqlite))
    resolveNames(sqlite, decisions)
    for (const root of touchedRoots(sqlite)) roots.add(root)
    for (const root of roots) {
      sqlite.run('DELETE FROM entity WHERE root = ?', root)
      sqlite.run('INSERT OR IGNORE INTO touched VALUES (?)', root)
    }
    // What people said of a name that is gone says nothing of an entity to which it belonged.
    forgetNames(sqlite)
    for (const root of roots) putEntity(sqlite, root, { decisions, lexicon })
    sqlite.run('DELETE FROM touched')
  })
}

/** Other decisions of people may concern any name. */
export function touchAll(sqlite: Sqlite): void {
  sqlite.run('INSERT OR IGNORE INTO touched SELECT id FROM name')
}

function touchedRoots(sqlite: Sqlite): readonly number[] {
  return sqlite
    .rows('SELECT DISTINCT root FROM name WHERE id IN (SELECT name FROM touched)')
    .map(([root]) => numberOf(root))
}

/** Names that no mention, no page and no other name has. */
function forgetNames(sqlite: Sqlite): void {
  // One that goes may be the last that another one was there for.
  while (sqlite.run(forgetting) > 0);
}

const forgetting = `DELETE FROM name WHERE id IN (SELECT name FROM touched)
  AND NOT EXISTS (SELECT 1 FROM form WHERE form.name = name.id)
  AND NOT EXISTS (SELECT 1 FROM shorter WHERE shorter.name = name.id)
  AND id NOT IN (SELECT fuller FROM shorter)
  AND NOT EXISTS (SELECT 1 FROM name other WHERE other.root = name.id AND other.id <> name.id)`

/** Below which entity each name hangs: only shorter forms, and names of which people said so, may hang below another one. */
function resolveNames(sqlite: Sqlite, decisions: EntityDecisions): void {
  const names = new FullerNames(decisions)
  const movable = new Map<string, Value>()
  const pairs = sqlite.each(
    `SELECT DISTINCT fuller.name, other.name, other.id FROM shorter JOIN name fuller ON fuller.id = shorter.fuller
     JOIN name other ON other.id = shorter.name`,
  )
  for (const [fuller, name, id = null] of pairs) {
    names.add([{ id: textOf(fuller), shorter: [textOf(name)] }])
    movable.set(textOf(name), id)
  }
  for (const name of decisions.links.keys()) {
    const [id] = sqlite.row('SELECT id FROM name WHERE name = ?', name) ?? []
    if (id !== undefined) movable.set(name, id)
  }
  for (const [id = null, name] of sqlite.rows('SELECT id, name FROM name WHERE root <> id')) {
    movable.set(textOf(name), id)
  }
  for (const [name, id] of movable) {
    const type = textOf(
      sqlite.row(
        'SELECT type.name FROM name JOIN type ON type.id = name.type WHERE name.id = ?',
        id,
      )?.[0],
    )
    const top = names.entityOf(name)
    const [known] = sqlite.row('SELECT id FROM name WHERE name = ?', top) ?? []
    const root = known ?? nameNumber(sqlite, top, type)
    const before = sqlite.row('SELECT root FROM name WHERE id = ?', id)?.[0] ?? null
    if (before === root) continue
    // Both entities are others by that.
    sqlite.run('INSERT OR IGNORE INTO touched VALUES (?), (?)', before, id)
    sqlite.run('UPDATE name SET root = ? WHERE id = ?', root, id)
  }
}

function putEntity(sqlite: Sqlite, root: number, { decisions, lexicon }: Linking): void {
  const forms = sqlite
    .rows(
      `SELECT form.text, count(*) FROM name JOIN form ON form.name = name.id JOIN mention ON mention.form = form.id
       WHERE name.root = ? AND pronoun = 0 GROUP BY form.text`,
      root,
    )
    .map(([text, count]) => ({ text: textOf(text), count: numberOf(count) }))
  const [count, pages] =
    sqlite.row(
      `SELECT count(*), count(DISTINCT mention.page) FROM name JOIN form ON form.name = name.id
       JOIN mention ON mention.form = form.id WHERE name.root = ?`,
      root,
    ) ?? []
  if (numberOf(count) === 0) return
  const [own, type] = sqlite
    .row(
      'SELECT name.name, type.name FROM name JOIN type ON type.id = name.type WHERE name.id = ?',
      root,
    )
    ?.map((value) => textOf(value)) ?? ['', '']
  const { name: chosen, uri } = saidOf(sqlite, root, own ?? '', decisions)
  const [fullest = firstText(sqlite, root), ...others] = namesInOrder(forms)
  const aliases =
    chosen === undefined ? others : [fullest, ...others].filter((each) => each !== chosen)
  const name = chosen ?? fullest
  const facts = type === 'Initiative' ? factsOf(sqlite, root) : undefined
  sqlite.run(
    `INSERT INTO entity (root, name, aliases, count, pages, uri, kind, owner, owner_page, owner_start, place, since)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    root,
    name,
    JSON.stringify(aliases),
    count ?? 0,
    pages ?? 0,
    uri ?? null,
    type === 'Initiative' ? initiativeKind(name, lexicon) : null,
    facts?.owner?.text ?? null,
    facts?.owner?.page ?? null,
    facts?.owner?.start ?? null,
    facts?.place?.text ?? null,
    facts?.since?.text ?? null,
  )
}

/** What people say: of the name at the root, else of the first of its names of which they say something. */
function saidOf(
  sqlite: Sqlite,
  root: number,
  own: string,
  { said }: EntityDecisions,
): { readonly name?: string | undefined; readonly uri?: string | undefined } {
  if (said.size === 0) return {}
  const names = sqlite
    .rows('SELECT name FROM name WHERE root = ?', root)
    .map(([name]) => textOf(name))
  const ids = [...new Set([own, ...names.filter((name) => said.has(name)).sort()])]
  const records = ids.flatMap((id) => said.get(id) ?? [])
  const first = (key: 'name' | 'uri') => records.find((record) => record[key] !== undefined)?.[key]
  return { name: first('name'), uri: first('uri') }
}

/** Of an entity that is only called 该公司. */
function firstText(sqlite: Sqlite, root: number): string {
  return textOf(
    sqlite.row(
      `SELECT form.text FROM name JOIN form ON form.name = name.id JOIN mention ON mention.form = form.id
       JOIN page ON page.id = mention.page WHERE name.root = ? ORDER BY page.path, mention.start LIMIT 1`,
      root,
    )?.[0],
  )
}

interface SaidFact {
  readonly text: string
  /** Number of its page. */
  readonly page: number
  readonly start: number
}

type Facts = Readonly<Record<'owner' | 'place' | 'since', SaidFact | undefined>>

const ofInitiative = `FROM name JOIN form ON form.name = name.id JOIN mention ON mention.form = form.id
  JOIN fact ON fact.page = mention.page AND fact.n = mention.n JOIN page ON page.id = mention.page WHERE name.root = ?`
const inTime = 'ORDER BY page.date IS NULL, page.date, page.path, fact.n, fact.i'

/** As `factsOfPages` has it: what a person says, else what the earliest page says. */
function factsOf(sqlite: Sqlite, root: number): Facts {
  const related = sqlite
    .rows(
      `SELECT fact.key, fact.part, fact.text, fact.page, fact.start, fact.end, fact.type ${ofInitiative} AND said = 1 ${inTime}`,
      root,
    )
    .map(relatedOf)
  const { owner, place, since } = relatedFacts(related)
  const saidOr = (fact: typeof owner | undefined, key: string): SaidFact | undefined => {
    if (fact !== undefined) {
      return { text: fact.text, page: Number(fact.page), start: fact.mention.spans[0]?.start ?? 0 }
    }
    const row = sqlite.row(
      `SELECT fact.text, fact.page, fact.start ${ofInitiative} AND said = 0 AND fact.key = ? ${inTime} LIMIT 1`,
      root,
      key,
    )
    if (row === undefined) return undefined
    return { text: textOf(row[0]), page: numberOf(row[1]), start: numberOf(row[2]) }
  }
  return {
    owner: saidOr(owner, 'owner'),
    place: saidOr(place, 'place'),
    since: saidOr(since, 'since'),
  }
}

function relatedOf([key, part, text, page, start, end, type]: readonly Value[]): Related {
  const mention: Mention = {
    spans: [{ start: numberOf(start), end: numberOf(end) }],
    type: textOf(type),
    status: 'accepted',
    text: textOf(text),
    article: undefined,
    source: '',
    confidence: 1,
  }
  const fact = { page: String(numberOf(page)), mention, text: textOf(text) }
  return { type: textOf(key), part: textOrNone(part) ?? '', fact }
}
