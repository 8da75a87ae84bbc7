// Whether a text is a policy at all: sections, and sentences that say what people are to do.
import type { Block, Heading, Refusal } from './types.ts'

const mostSections = 2_000
const fewestWords = 30

export function notAPolicy(blocks: readonly Block[], headings: readonly Heading[]): Refusal | undefined {
  const start = blocks[0]?.text ?? ''
  if (/^(?:<!doctype|<html|<\?xml)/i.test(start))
    return refuse('is a web page or XML, not plain text', 'Copy its text into a .txt file and import that.')
  const counts = { words: 0, policy: 0, rules: 0 }
  for (const { text } of blocks) {
    counts.words += text.split(' ').length
    counts.policy += count(
      text,
      /\b(?:polic(?:y|ies)|polisi|procedures?|guidelines|code of conduct|agreement|statement)\b/i,
    )
    counts.rules += count(
      text,
      /\b(?:must|should|shall|will|may not|required|expected|responsib\w+|prohibited|permitted|ensure|rhaid|dylai)\b/i,
    )
  }
  if (counts.words < fewestWords || counts.policy === 0 || counts.rules === 0) {
    return refuse(
      'does not read like a policy',
      'Check that it is the right file: a policy says in sentences what people must or should do.',
    )
  }
  if (headings.length === 0) {
    return refuse(
      'has no sections that can be told apart',
      'Put a number before each heading, such as "1. Context", on a line of its own.',
    )
  }
  if (headings.length > mostSections) {
    return refuse(
      `has ${headings.length} sections, and at most ${mostSections} can be imported`,
      'Import one policy at a time.',
    )
  }
  return undefined
}

function count(text: string, pattern: RegExp): number {
  return pattern.test(text) ? 1 : 0
}

function refuse(what: string, fix: string): Refusal {
  return { kind: 'refused', why: 'not-a-policy', line: undefined, what, fix }
}
