/** Words by which the newspaper's own lines are known: mastheads, contact lines, sections, boxes. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'

const rules = expressions('furniture', {
  issueDate: '',
  issue: '',
  lunarYear: '',
  weekdayLine: '',
  besideDate: 'g',
  pageNumber: '',
  pageHead: '',
  editors: '',
  newspaper: '',
  report: '',
  telephone: 'g',
  address: 'g',
  contactName: '',
  contactLabel: 'i',
  bracketed: '',
  dispatch: '',
  newsSection: '',
  bulleted: '',
  sectionEnd: '',
  sectionQuote: '',
  boxTitle: '',
  note: '',
  caption: '',
  aboutAuthor: '',
  team: '',
})

/** Lines of the masthead or the page's head, foot and imprint. */
export function isMasthead(text: string, lexicon: Lexicon): boolean {
  if (text.length > 70 || /[。!?;]/.test(text)) return false
  const { weekdayLine, lunarYear, pageNumber, pageHead, editors, issue } = rules(lexicon)
  if ([weekdayLine, lunarYear, pageNumber, pageHead].some((line) => line.test(text))) return true
  if (editors.test(text) && /^[^,“”]{2,60}$/.test(text)) {
    return /[:/\s]/.test(text) || text.length <= 9
  }
  if (isIssueDate(text, lexicon)) return true
  return issue.test(text) && text.length <= 50 && (/[\d:]/.test(text) || text.length <= 20)
}

/** Whether little stands beside a date. */
function isIssueDate(text: string, lexicon: Lexicon): boolean {
  const { issueDate, besideDate } = rules(lexicon)
  if (!issueDate.test(text)) return false
  const rest = text.replace(issueDate, '').replace(besideDate, '')
  return rest.replace(/[\s:|·]/g, '').length <= 12 && !rest.includes(',')
}

/** A line that is the name of a newspaper and nothing else. */
export function isNewspaper(text: string, lexicon: Lexicon): boolean {
  const { newspaper, report } = rules(lexicon)
  return newspaper.test(text.replace(/\s/g, '')) && !report.test(text)
}

/** Telephone numbers, addresses and the labels in front of them. */
export function isContact(text: string, lexicon: Lexicon): boolean {
  if (text.length > 90 || /[。!?]/.test(text)) return false
  const { telephone, address, contactName, contactLabel } = rules(lexicon)
  const rest = text.replace(telephone, '').replace(address, '')
  if (rest.length < text.length && /^[\s\d:()、,/|-]*$/.test(rest)) return true
  return contactName.test(text) || (contactLabel.test(text) && rest.length <= 50)
}

/** `【主席之声】`, `■ 关注`: a section name by its own marks, whatever stands around it. */
export function isMarkedSection(text: string, lexicon: Lexicon): boolean {
  const { bracketed, dispatch, newsSection, bulleted } = rules(lexicon)
  if (bracketed.test(text)) return !dispatch.test(text)
  return newsSection.test(text) || bulleted.test(text)
}

/** A short name that a section of the newspaper could have; its neighbours decide. */
export function maySection(text: string, lexicon: Lexicon): boolean {
  if (text.length > 12 || /[,。!?;:、\s]/.test(text)) return false
  const { sectionEnd, sectionQuote } = rules(lexicon)
  return text.includes('·') || sectionEnd.test(text) || sectionQuote.test(text)
}

/** `阅读提示`: the title of a box, whose text stands below. */
export function isBoxTitle(text: string, lexicon: Lexicon): boolean {
  return rules(lexicon).boxTitle.test(text)
}

/** `小编说:…`, `编者按:…`: a note that says so in its first words. */
export function isNote(text: string, lexicon: Lexicon): boolean {
  return rules(lexicon).note.test(text)
}

/** A caption by its own first words. */
export function isCaption(text: string, lexicon: Lexicon): boolean {
  return rules(lexicon).caption.test(text)
}

/** `某市总工会某某课题组`, `(作者系某市总工会主席)`: who signs, without a name. */
export function isTeam(text: string, lexicon: Lexicon): boolean {
  const { aboutAuthor, team } = rules(lexicon)
  return aboutAuthor.test(text) || (text.length <= 40 && team.test(text))
}
