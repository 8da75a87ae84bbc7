// The hash that identifies a section by its text, whatever its number and layout.
import { sha256 } from '../kit/hash.ts'
import { bare, bareText } from '../policy/bare.ts'
import type { Edition, Section } from '../policy/types.ts'

/** A text with fewer letters than this ("Not used.", "See Appendix 1.") says little without its title. */
const enough = 40
/** Long enough to tell texts apart, and short enough for a file that people read. It is not used as evidence. */
const digits = 16

/**
 * Sixteen hex digits. A short text is hashed together with its title, and a section without text of its own together
 * with the hashes of the sections `inside` it.
 */
export function hashOfText(section: Section, inside: readonly string[] = []): string {
  const text = bareText(section)
  if (text.length >= enough) return sha256(text).slice(0, digits)
  const held = text === '' ? inside : []
  return sha256([bare(section.title), text, ...held].join('\n')).slice(0, digits)
}

/** The hash of every section, by ref. */
export function hashesOf(edition: Edition): ReadonlyMap<string, string> {
  const known = worked.get(edition)
  if (known !== undefined) return known
  const hashes = workOut(edition)
  worked.set(edition, hashes)
  return hashes
}

// Remembered: an edition never changes, and the place of its declaration is asked for every person in a register.
const worked = new WeakMap<Edition, ReadonlyMap<string, string>>()

function workOut({ sections }: Edition): ReadonlyMap<string, string> {
  const inside = new Map<string, Section[]>()
  for (const section of sections) {
    if (section.parent === undefined) continue
    const held = inside.get(section.parent)
    if (held === undefined) inside.set(section.parent, [section])
    else held.push(section)
  }
  const hashes = new Map<string, string>()
  const hashOf = (section: Section): string => {
    const known = hashes.get(section.ref)
    if (known !== undefined) return known
    const hash = hashOfText(section, (inside.get(section.ref) ?? []).map(hashOf))
    hashes.set(section.ref, hash)
    return hash
  }
  sections.forEach(hashOf)
  return hashes
}
