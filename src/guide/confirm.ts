// A person confirms that what an owner wrote also holds for another text.
import { findSection } from '../policy/force.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Hashes, Policy, Section, Use, Written } from '../policy/types.ts'
import { hashesOf } from './hash.ts'

export interface Confirming {
  readonly use: Use
  /** The refs as the owner wrote them; for the declaration, the section that people are to sign. */
  readonly refs: readonly string[]
  /** The section that now contains it, where this is a different one; for a single ref only. */
  readonly as?: string | undefined
}

export type Confirmed =
  | { readonly kind: 'confirmed'; readonly sections: readonly Section[]; readonly confirmed: Written['confirmed'] }
  | { readonly kind: 'refused'; readonly what: string }

/** The edition's own texts, added to those confirmed before. */
export function confirm(policy: Policy, confirming: Confirming, edition: Edition): Confirmed {
  const { use, refs, as } = confirming
  if (as !== undefined && refs.length !== 1) return refuse('--as is for one section at a time.')
  const before = policy.written?.confirmed ?? {}
  const hashes = new Map(before[use])
  const sections: Section[] = []
  for (const ref of refs) {
    const section = findSection(edition, as ?? ref)
    if (section === undefined) return refuse(`Edition ${edition.id} has no section ${as ?? ref}.`)
    if (use === 'declaration' && textOf(section).trim() === '')
      return refuse(`Section ${section.ref} has no text that anybody could sign.`)
    add(hashes, writtenAs(policy, use, ref), hashesOf(edition).get(section.ref))
    sections.push(section)
  }
  return { kind: 'confirmed', sections, confirmed: { ...before, [use]: hashes } }
}

/** A declaration is named by its present place, and kept under the ref that its owner wrote. */
function writtenAs({ declaration }: Policy, use: Use, ref: string): string {
  return use === 'declaration' ? (declaration ?? ref) : ref
}

function add(hashes: Map<string, readonly string[]>, ref: string, hash = ''): void {
  hashes.set(ref, [...new Set([...(hashes.get(ref) ?? []), hash])])
}

function refuse(what: string): Confirmed {
  return { kind: 'refused', what }
}

/** The form in which confirmed.yaml keeps it. */
export function writeConfirmed(confirmed: Written['confirmed']): string {
  const given: readonly (readonly [string, Hashes | undefined])[] = Object.entries(confirmed)
  const lines = given.flatMap(([use, hashes]) => {
    if (hashes === undefined || hashes.size === 0) return []
    return [`${use}:`, ...[...hashes].map(([ref, all]) => `  ${JSON.stringify(ref)}: [${all.map(quote).join(', ')}]`)]
  })
  return ['# Written by `policy confirm`: the texts for which a person found that this holds.', ...lines, ''].join('\n')
}

/** YAML would read a hash of digits only as a number. */
function quote(hash: string): string {
  return `'${hash}'`
}
