/** Words by which the newspaper's own lines are known: mastheads, contact lines, sections, boxes. */

const DATE =
  /(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日/
const ISSUE =
  /国内统一|统一刊号|邮发代号|总第?\s*\d+\s*期|第\s*\d+\s*期|社址|邮政?编码?:|邮编|电子版|官方微[信博]|微信公众号|客户端|主管主?办?|主办单位|主办:|出版|印刷|零售价?|定价|广告(?:部|经营|许可)|今日\s*\d+\s*版|农历|CN\s*\d\d/
const LUNAR = /^(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年/
const PAGE_NUMBER =
  /^(?:第?\s*[A-D]?\s*\d{1,2}\s*版|[A-D]?\d{1,2}|第[一二三四五六七八九十]{1,3}版|[一二三四五六七八九十]版)$/
const WEEKDAY = /^星期[一二三四五六日天]$/
const EDITORS =
  /^(?:本版|值班|责任|首席|执行)?(?:责任)?(?:编辑|责编|编委|美编|版式|校对|组版|排版|审读|审校|签发|视觉|编审|总编|检校|主编)(?:设计)?\s*[:/]?\s*\p{Script=Han}{0,4}/u
const NEWSPAPER =
  /^\p{Script=Han}{2,10}(?:日报|时报|晚报|工人报|职工报|工会报|劳动报|导报|周报|报)$/u

/** Lines of the masthead or the page's head, foot and imprint. */
export function isMasthead(text: string): boolean {
  if (text.length > 70 || /[。!?;]/.test(text)) return false
  if (WEEKDAY.test(text) || LUNAR.test(text) || PAGE_NUMBER.test(text)) return true
  // `02 要闻`, `要闻 A3`: the head of a page.
  if (
    /^[A-D]?0?\d\s*版?\s+\p{Script=Han}{2,5}$|^\p{Script=Han}{2,5}\s+[A-D]?0?\d\s*版?$/u.test(text)
  )
    return true
  if (EDITORS.test(text) && /^[^,“”]{2,60}$/.test(text)) {
    return /[:/\s]/.test(text) || text.length <= 9
  }
  const date = DATE.exec(text)
  if (date !== null) {
    const rest = text
      .replace(DATE, '')
      .replace(/星期[一二三四五六日天]|农历|第?\s*[A-D]?\d*\s*版|总第?\d+期/g, '')
    if (rest.replace(/[\s:|·]/g, '').length <= 12 && !/,/.test(rest)) return true
  }
  return ISSUE.test(text) && text.length <= 50 && (/[\d:]/.test(text) || text.length <= 20)
}

/** A line that is the name of a newspaper and nothing else. */
export function isNewspaper(text: string): boolean {
  return NEWSPAPER.test(text.replace(/\s/g, '')) && !/[汇举申通海情快]报$/.test(text)
}

const NUMBER = /(?:\d{3,4}-)?\d{7,8}|1\d{10}|\d{5}$|400-?\d{3}-?\d{4}/
const ADDRESS = /[\w.-]+@[\w.-]+|(?:www|https?:)[\w./:-]+/

/** Telephone numbers, addresses and the labels in front of them. */
export function isContact(text: string): boolean {
  if (text.length > 90 || /[。!?]/.test(text)) return false
  const rest = text.replace(new RegExp(NUMBER, 'g'), '').replace(new RegExp(ADDRESS, 'g'), '')
  if (rest.length < text.length && /^[\s\d:()、,/|-]*$/.test(rest)) return true
  if (
    /^(?:\p{Script=Han}{0,4}(?:新闻|服务|投诉|爆料|报料|读者|广告|订阅|发行|采编|维权|法律|投稿|咨询|热线)){1,3}(?:热线|电话|邮箱|信箱)$/u.test(
      text,
    )
  ) {
    return true
  }
  return (
    /(?:电话|热线|信箱|邮箱|E-?mail|QQ群?|传真|网址|投稿|微信号?|来稿|地址)\s*:/i.test(text) &&
    rest.length <= 50
  )
}

const SECTION_END =
  /(?:进行时|速递|之声|手记|特写|样本|论坛|要闻|简讯|短讯|快讯|快报|集锦|观察|视点|视窗|聚焦|一线|风采|之窗|专栏|专版|专题|特刊|周刊|副刊|园地|天地|广角|透视|在线|播报|直通车|传真|动态|资讯|访谈|讲堂|图片新闻|新闻|头条|时评|评论|热点|大家谈|看台|茶座|摘登|看点|巡礼|掠影|采风|随笔|频道|综合|关注|声音|人物|故事会?|档案|大视野|在行动|面对面|一点通|热线台|信息窗|小灵通|风景线|光荣榜|群英谱|调研行|进行曲|走基层)[”]?$/

/** `【主席之声】`, `■ 关注`: a section name by its own marks, whatever stands around it. */
export function isMarkedSection(text: string): boolean {
  if (/^【[^】]{2,14}】$/.test(text)) return !/讯|电】/.test(text)
  if (
    /^(?:综合|图片|国内|国际|本市|本省)?(?:要闻|简讯|短讯|快讯|新闻|简明新闻|一句话新闻)$/.test(
      text,
    )
  )
    return true
  return /^[■◆●▲★▌►▶]\s*\p{Script=Han}{2,8}$/u.test(text)
}

/** A short name that a section of the newspaper could have; its neighbours decide. */
export function maySection(text: string): boolean {
  if (text.length > 12 || /[,。!?;:、\s]/.test(text)) return false
  if (/·/.test(text)) return true
  return SECTION_END.test(text) || /^\p{Script=Han}{0,4}“[^”]{2,6}”$/u.test(text)
}

/** `阅读提示`: the title of a box, whose text stands below. */
export function isBoxTitle(text: string): boolean {
  return /^[【■◆●▲]?\s*(?:阅读提示|核心提示|内容提要|内容摘要|新闻提示|相关链接|新闻链接|延伸阅读|名词解释|小贴士|小链接|导读|今日导读|编者按|编者的话|编后|编后语|新闻背景|背景链接|链接|提要|温馨提示)\s*[】:]?$/.test(
    text,
  )
}

/** `小编说:…`, `编者按:…`: a note that says so in its first words. */
export function isNote(text: string): boolean {
  return /^[【■◆●▲]?(?:小编说|小编寄语|编者按|编者的话|编后语?|编辑点评|点评|阅读提示|核心提示|内容提要|相关链接|新闻链接|名词解释|小贴士|记者点评|专家点评|短评|导读)\s*[】:]/.test(
    text,
  )
}

/** A caption by its own first words. */
export function isCaption(text: string): boolean {
  return /^(?:[↑↓←→▲△▶►◀◄]|[(【]?(?:图为|上图|下图|左图|右图|图[①-⑨一二三四\d]|题图|资料图))/.test(
    text,
  )
}

/** `某市总工会某某课题组`, `(作者系某市总工会主席)`: who signs, without a name. */
export function isTeam(text: string): boolean {
  if (/^\((?:本文)?作者(?:系|为|单位|是)[^()]{2,40}\)$/.test(text)) return true
  return (
    text.length <= 40 && /^[^,。!?;:“”]*(?:课题组|调研组|报道组|编写组|采访组|写作组)$/.test(text)
  )
}
