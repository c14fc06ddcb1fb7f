/** What a name alone says: how it is compared, and whether it is full enough to mean one thing everywhere. */

/** The form in which names are compared: no white space, no quotation marks, half-width letters. */
export function nameKey(text: string): string {
  const key = text.normalize('NFKC').replace(ignored, '').toLowerCase()
  return key === '' ? text : key
}

/** `nameKey`, and 启东市总 written out as 启东市总工会. */
export function typedKey(type: string, text: string): string {
  const key = nameKey(text)
  return type === 'Organization' && /.{2}[省市区县州旗]总$/u.test(key) ? `${key}工会` : key
}

/**
 * Whether a name means the same thing on every page: `诸暨市总工会`, not `市总工会` or `教育局`.
 * `places` are keys of the places that the page names.
 */
export function isFullName(type: string, key: string, places: ReadonlySet<string>): boolean {
  if (type === 'Initiative') return true
  if (type === 'Place') return isFullPlace(key)
  return type === 'Organization' && isFullOrganization(key, places)
}

/** `市总工会`, `区总`, `省委`: one for each article, since the article says which city it means. */
export function isLevelName(type: string, key: string): boolean {
  return type === 'Organization' && levelName.test(key)
}

/** A word for what the organisation is: `富润` has none. */
export function hasOrganizationForm(key: string): boolean {
  return companyForm.test(key) || office.test(key) || institution.test(key)
}

export function isCompany(key: string): boolean {
  return companyForm.test(key)
}

const ignored = /[\s"'`“”‘’„‟〝〞「」『』《》〈〉]/gu
const levelName =
  /^(?:省|市|区|县|州|旗|镇|乡|街道|开发区|经开区|高新区)(?:总|委|府|.{0,8}(?:工会|政府|委员会|办公室|[局委办厅会]))$/u
const companyForm = /(?:公司|集团|厂|企业|合作社|事务所)$/u
const institution =
  /(?:大学|学院|学校|中学|小学|医院|银行|报社|日报|晚报|工人报|电视台|广播电台|出版社|研究院|研究所)$/u
const office =
  /(?:工会|工会联合会|联合会|协会|委员会|政府|党委|支队|大队|中心|法院|检察院|[局委办厅部处院会站所社队])$/u
/** A division word with a name before it, or a word for the whole country. */
const division = /.{2}(?:[省市区县州盟旗镇乡村]|街道|社区)|^(?:中华|中国|全国)/u
/** Words that no proper name begins with: `该公司`, `人民医院`, `第一小学`. */
const generic =
  /^(?:[该本我各某这其此两]|全(?!国)|人民|中心|第[一二三四五六七八九十]|职工|干部|基层|上级|下属|相关|有关|当地|集团|股份|有限|分|总|子|母)/u

function isFullOrganization(key: string, places: ReadonlySet<string>): boolean {
  if (levelName.test(key) || generic.test(key) || key.length < 4) return false
  if (companyForm.test(key)) return key.replace(companyForm, '').length >= 2
  if (institution.test(key)) return true
  if (!office.test(key)) return false
  // 嘉兴工会 has no division word, but the page names the place.
  return division.test(key) || [2, 3, 4].some((length) => places.has(key.slice(0, length)))
}

const placeForm = /(?:省|市|自治区|自治州|特区|新区|经开区|开发区|高新区|[区县州盟旗])$/u
const smallPlaceForm = /(?:街道|社区|[镇乡村])$/u

/** Towns and villages of one name are many, so that they need the county before them. */
function isFullPlace(key: string): boolean {
  if (/^[该本我各全]/u.test(key)) return false
  if (smallPlaceForm.test(key)) return /.{2}[省市县区州].{2}/u.test(key)
  return placeForm.test(key) ? key.length >= 3 : key.length >= 4
}
