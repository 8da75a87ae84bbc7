// Finds things in a school's post that have a recognisable form: year groups, forms and links. Every repetition is
// bounded and no two neighbours can match the same character, so the time grows linearly with the draft's length.
import { placesOf, type PersonalSpan } from '../kit/personal/types.ts'

const yearWord = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)'
const year = new RegExp(
  `(?<!\\b(?:this|last|next|that|per|every|each|a) )\\b(?:years?|yrs?) {0,2}(?:1[0-3]|[1-9]|${yearWord})s?\\b(?![.:/]\\d| (?:years?|months?|weeks?|days?|times?)\\b)|\\by ?(?:1[0-3]|[1-9])s?\\b`,
  'gi',
)
const stage =
  /\b(?:sixth|6th)[ -]form|\bkey stage [1-5]\b|\bks[1-5]\b|\breception (?:class|child|pupil|kid|teacher|year)|\bnursery (?:class|child)/gi
const reception = /\b(?:in|my|our|from) Reception\b(?! (?:desk|area|office|team))/g
const named = /\b(?:class|form|tutor group|tutor) (?:1[0-3]|\d)[a-z]{1,2}\b/gi
// Forms are written in capitals: 8B, 7XY, 11 RS. Other text of that shape, with a number before it, is not a form.
const form =
  /(?<![\d.,:£$€#/-])(?<!\b(?:room|rm|bus|route|block|seat|platform|gate|flat|stand|bay|no\.?|number|page|question|q|exercise|ex|exhibit|hall|size|channel) )\b(?:[7-9]|1[0-3])[A-Z]{1,2}\b(?! (?:bus|train|battery|pencil))/gi
const noForm = new Set(
  'AM PM KM KG CM MM M G GB TB MB KB MP K X TH ST ND RD L ML F V W P D UP HD IN FT OZ LB HR HZ'.split(' '),
)

export function placesOfYearGroups(text: string): PersonalSpan<'year-group'>[] {
  const forms = placesOf('year-group', text, [form]).filter(({ start, end }) => {
    const letters = text.slice(start, end).replace(/^\d+/, '')
    return letters === letters.toUpperCase() && !noForm.has(letters)
  })
  return [...placesOf('year-group', text, [year, stage, reception, named]), ...forms]
}

const webAddress = /\b(?:https?|hxxps?):\/\/\S{1,200}|\bwww\.[a-z0-9-]\S{0,200}/gi
const bareAddress =
  /(?<![@\w.-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){0,3}\.(?:com|org|net|uk|info|io|tv|co|eu|app|dev|gov|edu|fr|de|es|ie|wales|scot|school|online|site|blog|xyz|ac)\b(?![\w@])(?:\/\S{0,200})?/gi
const shortAddress = /(?<![@\w.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){0,2}\.[a-z]{2,6}\/[\w@?=#-]\S{0,200}/gi
const saidAddress = /\b[a-z0-9-]{2,63} dot (?:com|org|net|co dot uk|co uk|uk)\b/gi

export function placesOfLinks(text: string): PersonalSpan<'link'>[] {
  return placesOf('link', text, [webAddress, bareAddress, shortAddress, saidAddress])
}
