/** What a name alone says: whether it is full, and whether one name is a short form of another. */

/** The form in which names are compared: no white space, no quotation marks, half-width letters. */
export function nameKey(text: string): string {
  const key = text.normalize('NFKC').replace(ignored, '').toLowerCase()
  return key === '' ? text : key
}

/**
 * Whether a name means the same thing on every page: `诸暨市总工会`, not `市总工会` or `教育局`.
 * `key` as by `nameKey`; `places` are keys of the places that the page names.
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

/** Whether `short` is a form of the longer name `full` of the same type. Both as by `nameKey`. */
export function isShortForm(type: string, short: string, full: string): boolean {
  if (short.length >= full.length || short.length < 2) return false
  switch (type) {
    case 'Organization':
      return isShortOrganization(short, full)
    case 'Place':
      return isShortPlace(short, full)
    case 'Initiative':
      return isShortInitiative(short, full)
    default:
      return false
  }
}

const ignored = /[\s"'`“”‘’„‟〝〞「」『』《》〈〉]/gu
const levelName =
  /^(?:省|市|区|县|州|旗|镇|乡|街道|开发区|经开区|高新区)(?:总|委|府|.{0,8}(?:工会|政府|委员会|办公室|[局委办厅会]))$/u
const companyForm = /(?:公司|集团|厂|企业|合作社|事务所)$/u
/** What may follow a company's own name in its full one: `富润|控股集团有限公司`. */
const legalForm = /^(?:(?:控股|集团|股份|有限|责任|总公司|公司|[((].{1,6}[))]))+$/u
const institution =
  /(?:大学|学院|学校|中学|小学|医院|银行|报社|日报|晚报|工人报|电视台|广播电台|出版社|研究院|研究所)$/u
const office =
  /(?:工会|工会联合会|联合会|协会|委员会|政府|党委|支队|大队|中心|法院|检察院|[局委办厅部处院会站所社队])$/u
/** A division word with a name before it, or a word for the whole country. */
const division = /.{2}(?:[省市区县州盟旗镇乡村]|街道|社区)|^(?:中华|中国|全国)/u
/** Words that no proper name begins with: `该公司`, `人民医院`, `第一小学`. */
const generic =
  /^(?:[该本我各某全这其此两]|人民|中心|第[一二三四五六七八九十]|职工|基层|上级|下属|相关|有关|当地|集团|股份|有限|分|总|子|母)/u

function isFullOrganization(key: string, places: ReadonlySet<string>): boolean {
  if (levelName.test(key) || generic.test(key)) return false
  if (companyForm.test(key) || institution.test(key))
    return key.replace(companyForm, '').length >= 2 && key.length >= 4
  if (!office.test(key) || key.length < 4) return false
  // 嘉兴工会 has no division word, but the page names the place.
  if (division.test(key)) return true
  return [2, 3, 4].some((length) => places.has(key.slice(0, length)))
}

const placeForm = /(?:省|市|自治区|自治州|特区|新区|经开区|开发区|高新区|[区县州盟旗])$/u
const smallPlaceForm = /(?:街道|社区|[镇乡村])$/u

/** Towns and villages of one name are many, so that they need the county before them. */
function isFullPlace(key: string): boolean {
  if (/^[该本我各全]/u.test(key)) return false
  if (smallPlaceForm.test(key)) return /.{2}[省市县区州].{2}/u.test(key)
  return placeForm.test(key) ? key.length >= 3 : key.length >= 4
}

function isShortOrganization(short: string, full: string): boolean {
  if (levelName.test(short)) {
    // 市总工会, 市总 ← 诸暨市总工会: a name must stand before the level.
    const tails = short.endsWith('总') ? [`${short}工会`] : [short]
    return tails.some((tail) => full.endsWith(tail) && full.length >= tail.length + 2)
  }
  if (full.startsWith(short)) {
    const rest = full.slice(short.length)
    if (legalForm.test(rest)) return true
    // 富润 ← 富润纺织有限公司, but not 诸暨市总工会 ← 诸暨市总工会宾馆有限公司.
    return companyForm.test(full) && isStem(short)
  }
  if (full.endsWith(short)) return endsInDivision(full.slice(0, -short.length))
  const at = full.indexOf(short)
  // 申发 ← 浙江申发轴瓦股份有限公司: behind the name of the place.
  return at >= 2 && at <= 6 && companyForm.test(full) && isStem(short)
}

/** A bare proper name, without a word for what it is. */
function isStem(short: string): boolean {
  return (
    short.length <= 4 && !companyForm.test(short) && !office.test(short) && !institution.test(short)
  )
}

function isShortPlace(short: string, full: string): boolean {
  // 嘉兴 ← 嘉兴市; 南湖区 ← 嘉兴市南湖区.
  if (full.startsWith(short))
    return /^(?:[省市区县州盟旗镇乡村]|街道|社区|.{1,6}自治[区州县])$/u.test(
      full.slice(short.length),
    )
  return (
    full.endsWith(short) &&
    endsInDivision(full.slice(0, -short.length)) &&
    !endsInDivision(short.slice(0, 1))
  )
}

function endsInDivision(text: string): boolean {
  return /.{2}(?:[省市区县州盟旗镇乡]|街道)$/u.test(text)
}

const initiativeForm =
  /^(?:专项|主题|系列|综合|工作|实践|推评|培育|培养|教育|创建|服务)*(?:行动计划|行动|工程|计划|活动|机制|制度|办法|模式|服务|培养|创建|竞赛|大赛|比武|平台|驿站|基地|集市|台账|品牌|项目)$/u

function isShortInitiative(short: string, full: string): boolean {
  // 当一周工人、体工会初心 ← “当一周工人、体工会初心”活动.
  if (full.startsWith(short)) return initiativeForm.test(full.slice(short.length))
  // 全国职工围棋大赛 ← “衢州烂柯杯”全国职工围棋大赛; too short a tail fits too many names.
  if (full.endsWith(short)) return short.length >= 4
  return isAbbreviation(short, full)
}

/** 产改 ← 产业工人队伍建设改革: the first and one of the last two characters, all in order. */
function isAbbreviation(short: string, full: string): boolean {
  if (short.length > 3 || full.length < 6 || short.charAt(0) !== full.charAt(0)) return false
  if (!full.slice(-2).includes(short.slice(-1))) return false
  let at = 0
  for (const character of short) {
    at = full.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
