// What is signed: the declaration exactly as an edition has it, its statements, and the hashes of the text.
import { placeWritten } from '../guide/written.ts'
import { sha256 } from '../kit/hash.ts'
import { findSection } from '../policy/force.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Policy, Section } from '../policy/types.ts'
import type { Declaration } from './types.ts'

/**
 * Undefined where the policy names no section to sign, where that section is empty, or where this edition has another
 * text there that nobody has confirmed yet. People must never sign words that were not meant.
 */
export function declarationOf(policy: Policy, edition: Edition): Declaration | undefined {
  const section = sectionToSign(policy, edition)
  if (section === undefined) return undefined
  const wording = textOf(section)
  const statements = statementsOf(section)
  return {
    policy: policy.id,
    edition: edition.id,
    section: section.ref,
    wording,
    statements: statements.length > 0 ? statements : [wording],
    hash: sha256(wording),
    textHash: sha256(editionText(edition)),
  }
}

/** Only the hash, to tell whether somebody signed exactly these words. */
export function declarationHash(policy: Policy, edition: Edition): string | undefined {
  const section = sectionToSign(policy, edition)
  return section && sha256(textOf(section))
}

function sectionToSign(policy: Policy, edition: Edition): Section | undefined {
  if (policy.declaration === undefined) return undefined
  const ref = placeWritten(policy, 'declaration', { ref: policy.declaration, edition })
  const section = ref === undefined ? undefined : findSection(edition, ref)
  return section === undefined || textOf(section).trim() === '' ? undefined : section
}

/**
 * The whole edition as one text: its title, then each section's number and title with its text, separated by blank
 * lines.
 */
export function editionText(edition: Edition): string {
  const sections = edition.sections.flatMap((section) => [`${section.ref} ${section.title}`, textOf(section)])
  return [edition.title, ...sections.filter((text) => text !== '')].join('\n\n')
}

/** The statements that a person makes: the paragraphs and items that begin with "I". */
function statementsOf({ parts }: Section): string[] {
  const pieces = parts.flatMap((part) => {
    if (part.kind === 'gap') return []
    return part.kind === 'list' ? part.items : [part.text]
  })
  return pieces.filter((piece) => /^I[\s,’']/.test(piece))
}
