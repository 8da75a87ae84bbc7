// Decides whether a text can be a policy at all. Where it might be one it is read, and somebody is asked.
import { compact } from '../kit/defined.ts'
import type { SourceBlock, Heading, Refusal } from './types.ts'

const mostSections = 2_000
const fewestWords = 12

export function notAPolicy(blocks: readonly SourceBlock[], headings: readonly Heading[]): Refusal | undefined {
  const { words, policy, rules } = countIn(blocks)
  if (words < fewestWords || (policy === 0 && rules === 0)) {
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

/** Shown where a text has little in common with policies: it is imported all the same. */
export function oddities(blocks: readonly SourceBlock[], headings: readonly Heading[]): string[] {
  const { policy, rules } = countIn(blocks)
  return compact([
    (policy === 0 || rules === 0) && 'It has few of the words that policies have. Is it the right file?',
    headings.length === 0 && 'No headings were found, so the whole text is one section.',
  ])
}

function countIn(blocks: readonly SourceBlock[]) {
  const counts = { words: 0, policy: 0, rules: 0 }
  for (const { text } of blocks) {
    counts.words += text.split(' ').length
    counts.policy += count(
      text,
      /\b(?:polic(?:y|ies)|polisi|procedures?|guidelines|guidance|code of conduct|agreement|statement|terms of reference)\b/i,
    )
    counts.rules += count(
      text,
      /\b(?:must|should|shall|will|may not|required|expected|responsib\w+|prohibited|permitted|ensure|rhaid|dylai)\b/i,
    )
  }
  return counts
}

function count(text: string, pattern: RegExp): number {
  return pattern.test(text) ? 1 : 0
}

function refuse(why: Refusal['why'], what: string, fix: string): Refusal {
  return { kind: 'refused', why, what, fix }
}
