// What is signed: the declaration exactly as an edition has it, its statements, and the hashes of the text.
import { placeWritten } from '../guide/written.ts'
import { sha256 } from '../kit/hash.ts'
import { findSection } from '../policy/force.ts'
import { piecesOf } from '../policy/bare.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { Declaration } from './types.ts'

/**
 * Undefined where the policy's section to sign is empty, or where this edition has another text there that nobody has
 * confirmed yet: people must never sign words that were not meant. Undefined, too, where the policy names no section and
 * the school has no standard statement.
 */
export function declarationOf(policy: Policy, edition: Edition): Declaration | undefined {
  const words = wordsToSign(policy, edition)
  if (words === undefined) return undefined
  const { wording, section, statements } = words
  return {
    policy: policy.id,
    edition: edition.id,
    section,
    wording,
    statements: statements.length > 0 ? statements : [wording],
    hash: sha256(wording),
    counting: countingIn(policy, wording),
    textHash: sha256(editionText(edition)),
  }
}

/**
 * Whether people sign it at all: by its own declaration or by the school's standard statement. Its edition in force may
 * still wait for somebody to confirm the words.
 */
export function isForSigning({ declaration, statements }: Policy): boolean {
  return declaration !== undefined || statements !== undefined
}

/** Only the hashes, to tell whether somebody signed words that count. */
export function countingHashes(policy: Policy, edition: Edition): readonly string[] | undefined {
  const words = wordsToSign(policy, edition)
  return words && countingIn(policy, words.wording)
}

interface Words {
  readonly wording: string
  readonly section: string | undefined
  readonly statements: readonly string[]
}

function wordsToSign(policy: Policy, edition: Edition): Words | undefined {
  if (policy.declaration === undefined) return standardWords(policy)
  const ref = placeWritten(policy, 'declaration', { ref: policy.declaration, edition })
  const section = ref === undefined ? undefined : findSection(edition, ref)
  if (section === undefined || textOf(section).trim() === '') return undefined
  return { wording: textOf(section), section: section.ref, statements: ownWords(section.parts.flatMap(piecesOf)) }
}

function standardWords({ statements: [wording] = [] }: Policy): Words | undefined {
  return wording === undefined
    ? undefined
    : { wording, section: undefined, statements: ownWords(wording.split(/\s*\n\s*/)) }
}

function countingIn({ declaration, statements = [] }: Policy, wording: string): readonly string[] {
  return (declaration === undefined ? statements : [wording]).map(sha256)
}

/**
 * The whole edition as one text: its title, then each section's number and title with its text, separated by blank
 * lines.
 */
export function editionText(edition: Edition): string {
  const sections = edition.sections.flatMap((section) => [`${section.ref} ${section.title}`, textOf(section)])
  return [edition.title, ...outsideLines(edition), ...sections.filter((text) => text !== '')].join('\n\n')
}

/** The statements that a person makes: the paragraphs and items that begin with "I". */
function ownWords(pieces: readonly string[]): string[] {
  return pieces.filter((piece) => /^I[\s,’']/.test(piece))
}

const readAt = 'Read outside, at: '
const fileHash = 'SHA-256 of the file: '

/** They stand for a text that is not here: the hash says which file was meant, whatever the link leads to by now. */
function outsideLines({ outside }: Edition): string[] {
  if (outside === undefined) return []
  return [`Published by: ${outside.by}`, `${readAt}${outside.link}`, `${fileHash}${outside.sha256}`]
}

/** Where the edition was read and the hash of its file, from an edition's whole text; undefined where the text is the school's own. */
export function readOutside(text: string): { readonly link: string; readonly sha256: string } | undefined {
  const [, , where = '', hash = ''] = text.split('\n\n', 4)
  if (!where.startsWith(readAt) || !hash.startsWith(fileHash)) return undefined
  return { link: where.slice(readAt.length), sha256: hash.slice(fileHash.length) }
}
