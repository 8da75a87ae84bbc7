// What waits for a person: something that an owner wrote about a section whose text another edition does not have.
import { saySection } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import type { Edition, Policy, Use } from '../policy/types.ts'
import { proposeDeclaration } from './declared.ts'
import type { Carried } from './types.ts'

export interface Waiting {
  readonly use: Use
  /** The ref as its owner wrote it. */
  readonly ref: string
  readonly what: string
  readonly fix: string
}

/** Undefined where the pointer was kept or moved, and may be used. */
export function waitsFor(
  carried: Carried,
  { use, policy, edition }: { use: Use; policy: Policy; edition: Edition },
): Waiting | undefined {
  if (carried.kind === 'kept' || carried.kind === 'moved') return undefined
  const { ref } = carried.pointer
  const there = carried.kind === 'changed' ? findSection(edition, ref) : undefined
  const other =
    there === undefined
      ? `which edition ${edition.id} does not have`
      : `and section ${saySection(there)} of edition ${edition.id} reads differently`
  const what = `${subjects[use]} for the text of section ${ref}, ${other}: ${until[use]}`
  return { use, ref, what, fix: fixOf({ use, policy, edition }, ref, there !== undefined) }
}

const subjects: Readonly<Record<Use, string>> = {
  declaration: 'the declaration was chosen',
  ask: 'whom staff can ask was written',
  questions: 'the heading and questions were written',
  rules: 'a rule was written',
  understanding: 'a question asked before signing was written',
}

const until: Readonly<Record<Use, string>> = {
  declaration: 'nobody is asked to sign until somebody confirms the section',
  ask: 'it is not said until somebody confirms it',
  questions: 'they are left out until somebody confirms them',
  rules: 'it is left out until somebody confirms it',
  understanding: 'it is not asked until somebody confirms it',
}

function fixOf(
  { use, policy, edition }: { use: Use; policy: Policy; edition: Edition },
  ref: string,
  isThere: boolean,
): string {
  const command = `npm run policy -- confirm ${policy.id} ${use}`
  if (use === 'declaration') {
    const proposed = proposeDeclaration(edition)
    return proposed === undefined
      ? `Read the edition, then say which section people sign: ${command} REF.`
      : `Read section ${saySection(proposed)}. If it is what people sign: ${command} ${proposed.ref}.`
  }
  if (isThere) return `Read the section. If it still holds: ${command} ${ref}. Otherwise take it out.`
  return `Take it out, or say which section it belongs to: ${command} ${ref} --as REF.`
}
