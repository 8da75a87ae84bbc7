// The policy.yaml of a policy that the import creates: complete, with the school's own defaults, for its owner to
// correct.
import { compact } from '../kit/defined.ts'
import type { Edition } from '../policy/types.ts'
import { findRhythmIn } from './rhythm.ts'

export interface RecordDefaults {
  readonly number: number | undefined
  /** The section that people read and sign. */
  readonly declaration: string | undefined
  /** The person whom staff are sent to, as the school's settings say. */
  readonly contact: string
}

export function newRecord(edition: Edition, { number, declaration, contact }: RecordDefaults): string {
  const first = edition.sections[0]?.ref ?? '1'
  const months = findRhythmIn(edition)
  return compact([
    '# Written by the import for you to put right: who keeps this policy, whom staff can ask, which section says so.',
    `id: ${edition.policy}`,
    number !== undefined && `number: ${number}`,
    `title: ${JSON.stringify(edition.title)}`,
    `owner: ${JSON.stringify(contact)}`,
    'ask:',
    `  who: ${JSON.stringify(contact)}`,
    `  why: ${JSON.stringify(`${contact.charAt(0).toUpperCase()}${contact.slice(1)} can tell you more about this policy.`)}`,
    `  cites: ${JSON.stringify(first)}`,
    ...(declaration === undefined
      ? ['# No section was found that staff sign. Name one here if there is: declaration: "8"']
      : ['# The section that people read and sign.', `declaration: ${JSON.stringify(declaration)}`]),
    ...(months === undefined
      ? []
      : ['# How many months after a review the next one is due, as the text says.', `reviewEvery: ${months}`]),
    '',
  ]).join('\n')
}
