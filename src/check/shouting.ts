// Finds shouting: words in capitals that are not abbreviations.
import type { PersonalSpan } from '../kit/personal/types.ts'

/**
 * Three shouted words in a row, or a text that is mostly capitals. Hashtags do not count, and scripts without capitals
 * never shout.
 */
export function placesOfShouting(text: string): PersonalSpan<'shouting'>[] {
  const words = text.replace(/[#@]\S+/g, (tag) => ' '.repeat(tag.length)).matchAll(/\p{L}[\p{L}']*/gu)
  let row: { start: number; end: number }[] = []
  let shouted = 0
  let other = 0
  for (const { 0: word, index } of words) {
    if (word.length === 1) continue
    if (isShouted(word)) {
      row.push({ start: index, end: index + word.length })
      shouted += word.length
      if (row.length >= 3) return [{ kind: 'shouting', start: row[0]?.start ?? 0, end: index + word.length }]
    } else if (!isAbbreviation(word)) {
      row = []
      other += word.length
    }
  }
  return shouted >= 8 && shouted > other ? [{ kind: 'shouting', start: 0, end: text.length }] : []
}

function isShouted(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase() && !isAbbreviation(word)
}

const abbreviations = new Set(
  (
    'GCSE GCSES BTEC BTECS PTA PTFA SEND SEN SENCO STEM STEAM PE RE DT ICT IT MFL PSHE RSE EYFS KS NHS BBC ITV UK EU USA US UN TV ' +
    'OFSTED DFE NQT ECT ECTS ITT QTS TA TAS HLTA DBS UCAS MAT CEO SLT DSL LSA HOD HOY INSET CPD EAL EHCP CAMHS LGBT LGBTQ ' +
    'AQA OCR WJEC ASDAN DOFE RSPCA RSPB NSPCC RNLI HMS ACAS NEU NASUWT UNISON GMB ASCL NAHT NASA NATO UNESCO UNICEF WHO LAMDA ABRSM OK FAQ PDF DVD CD VE VIP ' +
    'MP MPS HQ QR ID AI VR UTC FYI RSVP ASAP BHCS'
  ).split(' '),
)

/** A known abbreviation, or letters that nobody could say as a word. */
function isAbbreviation(word: string): boolean {
  return word === word.toUpperCase() && (abbreviations.has(word) || /^[B-DF-HJ-NP-TV-XZ]+$/.test(word))
}
