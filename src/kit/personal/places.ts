// Finds where somebody lives or what they drive: postcodes, street addresses, number plates. Every repetition is
// bounded and no two neighbours can match the same character, so the time grows linearly with the text's length.
import { placesOf, type PersonalSpan } from './types.ts'

/** Every postcode, every plate and most addresses have a digit, and most questions have none. */
const digit = /\d/

const outward =
  '(?:[A-PR-UWYZ]\\d{1,2}|[A-PR-UWYZ][A-HK-Y]\\d{1,2}|[A-PR-UWYZ]\\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\\d[ABEHMNPRV-Y])'
const postcode = new RegExp(`\\b(?:${outward}|GIR) {0,2}\\d[ABD-HJLNP-UW-Z]{2}\\b`, 'gi')

export function placesOfPostcodes(text: string): PersonalSpan<'postcode'>[] {
  if (!digit.test(text)) return []
  // "Room W3 2nd floor" looks like a postcode too.
  return placesOf('postcode', text, [postcode]).filter(
    ({ start, end }) => !/\d(?:st|nd|rd|th)$/.test(text.slice(start, end)),
  )
}

const sureStreets = 'road|rd|street|avenue|ave|crescent|cres|terrace|mews|cul-de-sac'
const streets = `${sureStreets}|st|lane|ln|close|drive|dr|way|court|ct|gardens|gdns|grove|place|rise|hill|row|walk|view|green|square|parade|park|meadow|meadows|croft|field|fields|end|mead`
// Excludes "a 5 minute walk", "24 hour drive" and "10 places to walk": no street is called that.
const noStreet =
  '(?:minutes?|mins?|hours?|hrs?|miles?|km|metres?|days?|weeks?|months?|years?|way|lane|wheel|steps?|laps?|to|of|the|for|in|and|a|on|at|from|per|pm|am|people|pupils|students|children|staff|places?|more|other|great|new|main|side|busy)'
const words = (most: number) => `(?:(?!${noStreet}\\b)[a-z][a-z'-]{1,20}\\.? ){1,${most}}`
const house = '\\d{1,4}[a-z]?,? '
const noNumber = '(?<![\\w£$.,:/-])'
const counted =
  /\b(?:year|yr|y|top|room|bus|route|page|age|aged|class|form|grade|stage|no|over|under|all|the|our|for|last|next|of) $/i
const numbered: readonly RegExp[] = [
  new RegExp(
    `(?:\\b(?:flat|apartment|apt|unit) \\w{1,4},? )?${noNumber}${house}${words(3)}(?:${sureStreets})\\b`,
    'gi',
  ),
  // For vaguer words for a street, the name must have capitals.
  new RegExp(
    `${noNumber}\\d{1,4}[a-zA-Z]?,? (?:[A-Z][a-z'-]{1,20} ){1,3}(?:${streets.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())})\\b`,
    'g',
  ),
  /\b(?:lives?|living|address(?: is)?:?|home is) (?:at |in |on )?(?:number |no\.? ?)\d{1,4}[a-z]?\b/gi,
  /\b(?:flat|apartment) \d{1,4}[a-z]?,? (?:[A-Z][a-z'-]{1,20} ){1,3}(?:House|Court|Tower|Point|Heights|Lodge|Mansions|Road|Street|Close)\b/g,
]
const told: readonly RegExp[] = [
  new RegExp(
    `\\b(?:live[sd]?|living|moved|address(?: is)?|home is|house|flat|his place|her place|round)(?: is| at| on| in| down| near| to| just off| opposite|:|,| the| number| no\\.?| with| a| [a-z]{1,8} door){0,4} (?:${house})?${words(3)}(?:${streets})\\b`,
    'gi',
  ),
]

export function placesOfAddresses(text: string): PersonalSpan<'address'>[] {
  // Excludes "Year 9 Charity Walk" and "all 12 on the green".
  return placesOf('address', text, digit.test(text) ? [...numbered, ...told] : told).filter(
    ({ start }) => !counted.test(text.slice(Math.max(0, start - 8), start)),
  )
}

const plates = [
  /\b[A-HJ-PR-Y][A-Z](?:0[1-9]|[1-2]\d|5[1-9]|6\d|7\d) ?[A-HJ-PR-Z]{3}\b/g,
  /\b[a-hj-pr-y][a-z](?:0[1-9]|[1-2]\d|5[1-9]|6\d|7\d) ?[a-hj-pr-z]{3}\b(?<!\b(?:in|on|at|to|of|is|by|up|ks|as|or|so|we|no)\d\d ?\w{3})/g,
]
/** Older number plates look like room numbers, so the word "car" or similar must stand nearby. */
const olderPlates = [
  /\b(?:reg|registration|plate|plates|car|van|lorry|vehicle|driver|driving|drives|drove|parked|audi|bmw|ford|golf|volvo|mini|corsa|fiesta|range rover|motorbike|taxi)\b[^\n]{0,30}?\b(?:[a-z]\d{1,3} ?[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z]|[a-z]{1,3} ?\d{1,4}|\d{1,4} ?[a-z]{2,3})\b/gi,
]
const platesSaid = /\b(?:reg|registration|plate|plates)\b/i

export function placesOfPlates(text: string): PersonalSpan<'number-plate'>[] {
  if (!digit.test(text)) return []
  const older = placesOf('number-plate', text, olderPlates).filter(
    ({ start, end }) =>
      platesSaid.test(text.slice(start, end)) ||
      /\b(?:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])$/.test(text.slice(start, end)),
  )
  return [...placesOf('number-plate', text, plates), ...older]
}
