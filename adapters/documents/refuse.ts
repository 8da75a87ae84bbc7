// Why a file is not read, in words for an office manager: each refusal says what the file is and the way out.
import type { UnreadDocument } from '../../src/ports/document.ts'

/** Thrown deep inside a reader and caught where the reader begins; no other error of a reader is meant to be caught. */
export class Unreadable extends Error {
  readonly refusal: UnreadDocument
  constructor(refusal: UnreadDocument) {
    super(refusal.what)
    this.refusal = refusal
  }
}

/** What `read` returns, or the refusal that it met. */
export function orRefusal<T>(read: () => T): T | UnreadDocument {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    throw error
  }
}

type Why = UnreadDocument['why']

function refusal(why: Why, what: string, fix: string): UnreadDocument {
  return { kind: 'refused', why, what, fix }
}

const again = 'Open it in the program that made it, save it again, and try with that copy.'

export const refusals = {
  empty: refusal('empty', 'is empty', 'Check that the file was copied whole.'),
  noText: refusal('empty', 'holds no text', 'If its pages are pictures, ask its author for the file with the text.'),
  password: refusal(
    'password',
    'is protected by a password',
    'Open it with the password, save a copy without one, and try with that copy.',
  ),
  oldFormat: refusal(
    'old-format',
    'is in the format of Word or Excel before 2007',
    'Open it there, choose “Save as” and .docx (or .xlsx for a workbook), and try with that copy.',
  ),
  damaged: refusal('damaged', 'is damaged or was not copied whole', again),
  trap: refusal('damaged', 'holds instructions that no word processor writes, and could do harm', again),
  tooDeep: refusal('damaged', 'is nested deeper than any real document', again),
  tooLarge: refusal(
    'too-large',
    'holds more than a policy can hold once it is unpacked',
    'Split it into one file for each policy, or save it again without what is pasted into it.',
  ),
  notThis: (wanted: string): UnreadDocument =>
    refusal(
      'unknown',
      `is not ${wanted}, whatever its name says`,
      'Check which program made it, and save it from there.',
    ),
} as const
