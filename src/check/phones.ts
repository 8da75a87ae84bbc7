// Phone numbers as people in Britain write them, also spaced out. The only file that knows libphonenumber-js.
import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** `text` is legible text: plain digits, plain spaces. */
export function hasPhoneNumber(text: string): boolean {
  const plain = text
    // A letter O for the nought of a mobile number.
    .replace(/\b[Oo](?=[ -]?7)/g, '0')
    // Times, dates, scores and decimals, which in a row would look like one long number.
    .replace(/(?<![\d.:])\d{1,2}[.:]\d{2}(?![.:]?\d)/g, '|')
    .replace(/(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, '|')
    .replace(/(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])|(?<!\d[ .-]?)0[.,]\d+(?![\d.])/g, '|')
  for (const [candidate] of plain.matchAll(number)) if (isPhoneNumber(candidate)) return true
  return false
}

// Begins with 0, 00 or a plus and has 8 to 15 digits with at most two signs between them.
const number = /(?<![\d+£$€.,])(?:\+|\(?0)(?:[ ().\/-]{0,2}\d){7,14}(?!\d)/g

function isPhoneNumber(candidate: string): boolean {
  const international = candidate.replace(/^00/, '+')
  const parsed = parsePhoneNumberFromString(international, 'GB')
  if (parsed === undefined) return false
  // Numbers that are kept free for films and examples are not in use, and yet are meant as phone numbers.
  return parsed.isValid() || (parsed.isPossible() && candidate.replace(/\D/g, '').length >= 10)
}
