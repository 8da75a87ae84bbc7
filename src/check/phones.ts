// Finds phone numbers as people in Britain write them, including spaced out. The only file that uses libphonenumber-js.
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { placesOf, type PersonalSpan } from '../kit/personal/types.ts'

/** `text` is legible text: plain digits, plain spaces. */
export function placesOfPhones(text: string): PersonalSpan<'phone-number'>[] {
  // Every replacement below keeps its length, so that places in the text stay correct.
  const plain = text
    // A letter O typed for the zero of a mobile number.
    .replace(/\b[Oo](?=[ -]?7)/g, '0')
    // Times, dates, scores and decimals, which in a row look like one long number.
    .replace(/(?<![\d.:])\d{1,2}[.:]\d{2}(?![.:]?\d)/g, barred)
    .replace(/(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, barred)
    .replace(/(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])|(?<!\d[ .-]?)0[.,]\d+(?![\d.])/g, barred)
  return placesOf('phone-number', plain, [number]).filter(({ start, end }) => isPhoneNumber(plain.slice(start, end)))
}

function barred(found: string): string {
  return '|'.repeat(found.length)
}

// Starts with 0, 00, 44 or a plus and has 8 to 15 digits, with at most two other characters between digits.
const number = /(?<![\d+£$€.,])(?:\+|\(?0|44(?=[ ]?7))(?:[ ().\/-]{0,2}\d){7,14}(?!\d)/g

function isPhoneNumber(candidate: string): boolean {
  const international = candidate.replace(/^00/, '+').replace(/^44/, '+44')
  const parsed = parsePhoneNumberFromString(international, 'GB')
  // A mobile number with one digit too few or too many is a typing slip.
  if (/^0 ?7\d/.test(candidate) && /^\d{10,12}$/.test(candidate.replace(/\D/g, ''))) return true
  if (parsed === undefined) return false
  // Numbers reserved for films and examples are not in use, but are still meant as phone numbers.
  return parsed.isValid() || (parsed.isPossible() && candidate.replace(/\D/g, '').length >= 10)
}
