// Decides whether a text can be a policy at all. Where it might be one it is read, and somebody is asked.
import { compact } from '../kit/defined.ts'
import type { SourceBlock, Heading, Refusal } from './types.ts'

const mostSections = 2_000
// A handbook of 600 pages has some 25,000 lines. Each line costs work, however short it is, so that a limit on the bytes
// of a file alone would let one of a megabyte take as long as one of ten.
const mostLines = 50_000
const fewestWords = 12

export function notAPolicy(blocks: readonly SourceBlock[], headings: readonly Heading[]): Refusal | undefined {
  if (hasFewWords(blocks) || !(has(blocks, ofPolicies) || has(blocks, ofRules))) {
    return refuse(
      'not-a-policy',
      'does not read like a policy',
      'Check that it is the right file: a policy says in sentences what people must or should do.',
    )
  }
  if (headings.length > mostSections) {
    return refuse(
      'too-many-sections',
      `has ${headings.length} sections, and at most ${mostSections} can be imported`,
      'Import one policy at a time.',
    )
  }
  return undefined
}

/** Before anything else is asked of its lines. */
export function tooLong(lines: number): Refusal | undefined {
  if (lines <= mostLines) return undefined
  return refuse(
    'too-large',
    `has ${lines} lines, and at most ${mostLines} can be imported`,
    'Import one policy at a time; a long table belongs in a file of its own.',
  )
}

/** Shown where a text has little in common with policies: it is imported all the same. */
export function oddities(blocks: readonly SourceBlock[], headings: readonly Heading[]): string[] {
  return compact([
    !(has(blocks, ofPolicies) && has(blocks, ofRules)) &&
      'It has few of the words that policies have. Is it the right file?',
    headings.length === 0 && 'No headings were found, so the whole text is one section.',
  ])
}

/** Words that policies use of themselves. */
const ofPolicies =
  /\b(?:polic(?:y|ies)|polisi|procedures?|guidelines|guidance|code of conduct|agreement|statement|terms of reference)\b/i
const ofRules =
  /\b(?:must|should|shall|will|may not|required|expected|responsib\w+|prohibited|permitted|ensure|rhaid|dylai)\b/i

function has(blocks: readonly SourceBlock[], form: RegExp): boolean {
  return blocks.some(({ text }) => form.test(text))
}

function hasFewWords(blocks: readonly SourceBlock[]): boolean {
  let words = 0
  return !blocks.some(({ text }) => (words += text.split(' ').length) >= fewestWords)
}

function refuse(why: Refusal['why'], what: string, fix: string): Refusal {
  return { kind: 'refused', why, what, fix }
}
