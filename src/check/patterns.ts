// What has a shape of its own: postcodes, email addresses, birthdays and ages, year groups and forms, links.
// Every repetition is bounded and no two neighbours can match the same sign, so the time grows with the draft's length only.

const outward =
  '(?:[A-PR-UWYZ]\\d{1,2}|[A-PR-UWYZ][A-HK-Y]\\d{1,2}|[A-PR-UWYZ]\\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\\d[ABEHMNPRV-Y])'
const postcode = new RegExp(`\\b(?:${outward}|GIR) {0,2}\\d[ABD-HJLNP-UW-Z]{2}\\b`, 'gi')

export function hasPostcode(text: string): boolean {
  for (const [found] of text.matchAll(postcode)) {
    // "Room W3 2nd floor" has the shape, too.
    if (!/\d(?:st|nd|rd|th)$/.test(found)) return true
  }
  return false
}

const email = /[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]{1,63}(?:\.| ?[([]dot[)\]] ?)[a-z]{2,24}\b/i

export function hasEmail(text: string): boolean {
  return email.test(text)
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const date = `(?:\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}|${month} \\d{1,2}(?:st|nd|rd|th)?)\\b`
const birth = '(?:\\bd\\.?o\\.?b\\b\\.?|\\bdate of birth|\\bborn|\\bbirthday)'
const birthday = new RegExp(`${birth}[^\\n]{0,30}?\\b${date}|\\b${date}[^\\n]{0,30}?${birth}`, 'i')
// A child's age only: a school that is 50 years old has no birthday to hide.
const childAge = '(?:[3-9]|1\\d)'
const age = new RegExp(
  `\\b(?:aged?|turned|turning|is turning) ${childAge}\\b(?![.:]\\d| ?%)|\\b${childAge}[ -]?(?:years?[ -]old|y\\/?o)\\b`,
  'i',
)

export function hasBirthday(text: string): boolean {
  return birthday.test(text) || age.test(text)
}

const yearWord = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)'
const year = new RegExp(
  `(?<!\\b(?:this|last|next|that|per|every|each|a) )\\b(?:years?|yrs?) {0,2}(?:1[0-3]|[1-9]|${yearWord})s?\\b(?![.:/]\\d| (?:years?|months?|weeks?|days?|times?)\\b)|\\by ?(?:1[0-3]|[1-9])s?\\b`,
  'i',
)
const stage =
  /\b(?:sixth|6th)[ -]form|\bkey stage [1-5]\b|\bks[1-5]\b|\breception (?:class|child|pupil|kid|teacher|year)|\bnursery (?:class|child)/i
const reception = /\b(?:in|my|our|from) Reception\b(?! (?:desk|area|office|team))/
const named = /\b(?:class|form|tutor group|tutor) (?:1[0-3]|\d)[a-z]{1,2}\b/i
// Forms are written in capitals: 8B, 7XY, 11 RS. What else is written so, with a number before it, is not a form.
const form =
  /(?<![\d.,:£$€#/-])(?<!\b(?:room|rm|bus|route|block|seat|platform|gate|flat|stand|bay|no\.?|number|page|question|q|exercise|ex|exhibit|hall|size|channel) )\b(?:[7-9]|1[0-3])[A-Z]{1,2}\b(?! (?:bus|train|battery|pencil))/gi
const noForm = new Set(
  'AM PM KM KG CM MM M G GB TB MB KB MP K X TH ST ND RD L ML F V W P D UP HD IN FT OZ LB HR HZ'.split(' '),
)

export function hasYearGroup(text: string): boolean {
  if ([year, stage, reception, named].some((pattern) => pattern.test(text))) return true
  for (const [found] of text.matchAll(form)) {
    const letters = found.replace(/^\d+/, '')
    if (letters === letters.toUpperCase() && !noForm.has(letters)) return true
  }
  return false
}

const webAddress = /\bhttps?:\/\/\S|\bwww\.[a-z0-9-]/i
const bareAddress =
  /(?<![@\w.-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){0,3}\.(?:com|org|net|uk|info|io|tv|co|eu)\b(?![\w@])/i
const shortAddress = /(?<![@\w.-])[a-z0-9-]{2,63}\.(?:ly|gl|be|gg|me|gd|cc)\/\w/i

export function hasLink(text: string): boolean {
  return webAddress.test(text) || bareAddress.test(text) || shortAddress.test(text)
}
