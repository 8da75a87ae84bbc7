// Finds birthdays and children's ages. Every repetition is bounded and no two neighbours can match the same character,
// so the time grows linearly with the text's length.
import { placesOf, type PersonalSpan } from './types.ts'

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const date = `(?:\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{1,2}/\\d{1,2}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}|${month} \\d{1,2}(?:st|nd|rd|th)?)\\b`
const birth = '(?:\\bd\\.?o\\.?b\\b\\.?|\\bdate of birth|\\bborn|\\bbirthday|\\bb-?day)'
// Only a child's age counts: a school that is 50 years old has no birthday to hide.
const childAge = '(?:[3-9]|1\\d)'
const range = '(?! ?(?:-|to|and|or|&|\\+|plus|years? (?:and|to|or)) ?(?:\\d|over|under|above|up|below))(?!\\+)'
const birthdays: readonly RegExp[] = [
  new RegExp(`${birth}[^\\n]{0,30}?\\b${date}|\\b${date}[^\\n]{0,30}?${birth}`, 'gi'),
  new RegExp(
    `\\b(?:his|her|their|your|hers|\\p{Lu}[\\p{Ll}-]{1,20}'s|(?:boy|girl|pupil|student|son|daughter|colleague|teacher|mum|dad)'s) (?:${childAge}th |\\d{1,2}(?:st|nd|rd|th) )?(?:birthday|b-?day) (?:is |was )?(?:today|tomorrow|yesterday|on |this |next |last |in )`,
    'giu',
  ),
  new RegExp(`\\b(?:[Hh]is|[Hh]er|\\p{Lu}[\\p{Ll}-]{1,20}'s) \\d{1,2}(?:st|nd|rd|th) (?:[Bb]irthday|[Bb]-?day)`, 'gu'),
  new RegExp(`\\b(?:happy|a) ${childAge}(?:st|nd|rd|th) birthday`, 'gi'),
  /\b(?:he|she|they) (?:was|were) born (?:in|on) \w{2,9}/gi,
  new RegExp(
    `\\b(?:birthday|b-?day) (?:is |was )?(?:on )?(?:${weekday}|tomorrow|today)(?= |[.,!]|$)(?<=\\b(?:his|her|their|'s)\\b.{0,40})`,
    'gi',
  ),
]
const ages: readonly RegExp[] = [
  new RegExp(
    `\\b(?<!\\b(?:for|to|children|kids|pupils|students|ages) )(?:aged?|turned|turning|turns|is turning) ${childAge}\\b(?![.:]\\d| ?%| (?:minutes?|mins?|hours?|days?|weeks?|months?|months)\\b)${range}`,
    'gi',
  ),
  new RegExp(`\\b${childAge}[ -]?(?:(?:years?|yrs?)[ -]old|y\\/?o)\\b(?!s)`, 'gi'),
  new RegExp(
    `\\b(?:he|she)(?: is|'s| was) (?:only |just |now |still |about |nearly |almost )?${childAge}(?=[.,!?;)]|$|\\n| (?:and|but|now|today|tomorrow|next|on|this)\\b)`,
    'gi',
  ),
  new RegExp(`\\b\\p{Lu}[\\p{Ll}-]{1,20} ?\\(${childAge}\\)`, 'gu'),
  new RegExp(`\\b\\p{Lu}[\\p{Ll}-]{1,20}, ${childAge},`, 'gu'),
  /\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[ -]years?[ -]old\b/gi,
]

const all = [...birthdays, ...ages]
/** A text without one of these words holds no birthday or age, so the patterns are skipped. */
const perhapsOne = /\d|born|birth|b-?day|d\.?o\.?b|years?[ -]old/i

export function placesOfBirthdays(text: string): PersonalSpan<'date-of-birth'>[] {
  return perhapsOne.test(text) ? placesOf('date-of-birth', text, all) : []
}
