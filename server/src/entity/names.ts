/** What a name alone says: how it is compared, and whether it is full enough to mean one thing everywhere. */
import type { Lexicon } from '../values/lexicon.ts'
import { expressions } from '../values/patterns.ts'

const organizations = expressions('organizations', {
  unionShort: '',
  levelName: '',
  companyForm: '',
  institution: '',
  office: '',
  ofPlace: '',
  genericStart: '',
})

const initiatives = expressions('initiative-facts', { generic: '' })

const places = expressions('places', { notFull: '', fullPlace: '', smallPlace: '', inCounty: '' })

/** The form in which names are compared: no white space, no quotation marks, half-width letters. */
export function nameKey(text: string): string {
  const key = text.normalize('NFKC').replace(ignored, '').toLowerCase()
  return key === '' ? text : key
}

/** `nameKey`, and 启东市总 written out as 启东市总工会. */
export function typedKey(type: string, text: string, lexicon: Lexicon): string {
  const key = nameKey(text)
  const isShort = type === 'Organization' && organizations(lexicon).unionShort.test(key)
  return isShort ? key + union : key
}

/** What 市总 leaves out. */
export const union = '工会'

/**
 * Whether a name means the same thing on every page: `诸暨市总工会`, not `市总工会`, `教育局` or `爱心驿站`.
 * `known` are keys of the places that the page names.
 */
export function isFullName(
  type: string,
  key: string,
  known: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  if (type === 'Initiative') return !initiatives(lexicon).generic.test(key)
  if (type === 'Place') return isFullPlace(key, lexicon)
  return type === 'Organization' && isFullOrganization(key, known, lexicon)
}

/** `市总工会`, `区总`, `省委`: one for each article, since the article says which city it means. */
export function isLevelName(type: string, key: string, lexicon: Lexicon): boolean {
  return type === 'Organization' && organizations(lexicon).levelName.test(key)
}

/** A word for what the organisation is: `富润` has none. */
export function hasOrganizationForm(key: string, lexicon: Lexicon): boolean {
  const { companyForm, office, institution } = organizations(lexicon)
  return companyForm.test(key) || office.test(key) || institution.test(key)
}

export function isCompany(key: string, lexicon: Lexicon): boolean {
  return organizations(lexicon).companyForm.test(key)
}

const ignored = /[\s"'`“”‘’„‟〝〞「」『』《》〈〉]/gu

function isFullOrganization(key: string, known: ReadonlySet<string>, lexicon: Lexicon): boolean {
  const { levelName, genericStart, companyForm, institution, office, ofPlace } =
    organizations(lexicon)
  if (levelName.test(key) || genericStart.test(key) || key.length < 4) return false
  if (companyForm.test(key)) return key.replace(companyForm, '').length >= 2
  if (institution.test(key)) return true
  if (!office.test(key)) return false
  // 嘉兴工会 has no division word, but the page names the place.
  return ofPlace.test(key) || [2, 3, 4].some((length) => known.has(key.slice(0, length)))
}

/** Towns and villages of one name are many, so that they need the county before them. */
function isFullPlace(key: string, lexicon: Lexicon): boolean {
  const { notFull, fullPlace, smallPlace, inCounty } = places(lexicon)
  if (notFull.test(key)) return false
  if (smallPlace.test(key)) return inCounty.test(key)
  return fullPlace.test(key) ? key.length >= 3 : key.length >= 4
}
