// The guide to an edition: what owners wrote about a policy, as far as it holds for that text.
import { capital } from '../kit/text.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Edition, Policy, Section } from '../policy/types.ts'
import { refIn } from './carry.ts'
import { hashesOf } from './hash.ts'
import { follow, placeWritten, pointerTo } from './written.ts'

/** What was written about sections, under this edition's refs. What its text does not contain is left out. */
export function guideTo<T>(policy: Policy, written: ReadonlyMap<string, T>, edition: Edition): ReadonlyMap<string, T> {
  const guide = new Map<string, T>()
  for (const carried of follow(policy, 'questions', { refs: [...written.keys()], edition })) {
    const ref = refIn(carried)
    const about = written.get(carried.pointer.ref)
    if (ref !== undefined && about !== undefined && !guide.has(ref)) guide.set(ref, about)
  }
  return guide
}

/** A cited section as the edition in force has it; undefined where its text is not there. */
export function citedOn<C extends { readonly policy: string; readonly section: string }>(
  shelf: Shelf,
  cites: C | undefined,
): C | undefined {
  const policy = shelf.policies.find(({ id }) => id === cites?.policy)
  const edition = policy && shelf.edition(policy.id)
  if (cites === undefined || policy === undefined || edition === undefined) return undefined
  const section = placeWritten(policy, 'rules', { ref: cites.section, edition })
  return section === undefined ? undefined : { ...cites, section }
}

/** The section of our summary that was written for exactly this text, where the text is the school's own. */
export function inPlainWords(policy: Policy, { ref, edition }: { ref: string; edition: Edition }): Section | undefined {
  const restated = policy.editions.find(({ wording }) => wording === 'restated')
  if (edition.wording !== 'adopted' || restated === undefined) return undefined
  const here = hashesOf(edition).get(ref)
  const there = hashesOf(restated)
  return restated.sections.find((section) => {
    const { hashes } = pointerTo(policy, 'questions', section.ref)
    return here !== undefined && hashes.includes(here) && hashes.includes(there.get(section.ref) ?? '')
  })
}

/**
 * Whom to ask. The reason rests on a section; where this edition does not have that section, only the person remains.
 */
export function askIn(policy: Policy, edition: Edition): Policy['ask'] {
  const { who, why, cites } = policy.ask
  if (cites === undefined) return policy.ask
  const ref = placeWritten(policy, 'ask', { ref: cites, edition })
  if (ref !== undefined) return { who, why, cites: ref }
  return { who, why: `${capital(who)} can tell you more about this policy.`, cites: undefined }
}
