// The policy.yaml of a policy that the import creates: complete, with the school's own defaults, for its owner to
// correct.
import { compact } from '../kit/defined.ts'
import type { Edition } from '../policy/types.ts'

export interface RecordDefaults {
  readonly number: number | undefined
  /** The section that people read and sign. */
  readonly declaration: string | undefined
  /** The person whom staff are sent to, as the school's settings say. */
  readonly contact: string
  /** How many months after a review the next one is due: as the document says, and as the school has it otherwise. */
  readonly rhythm: number | undefined
  readonly reviewEvery: number | undefined
}

export function newRecord(edition: Edition, defaults: RecordDefaults): string {
  const { number, declaration, contact, rhythm, reviewEvery } = defaults
  return compact([
    '# Written by the import for you to put right: who keeps this policy, and whom staff can ask.',
    '# Where a section of the policy says whom to ask, name it under ask: cites: "3"',
    `id: ${edition.policy}`,
    number !== undefined && `number: ${number}`,
    `title: ${JSON.stringify(edition.title)}`,
    `owner: ${JSON.stringify(contact)}`,
    'ask:',
    `  who: ${JSON.stringify(contact)}`,
    `  why: ${JSON.stringify(`${contact.charAt(0).toUpperCase()}${contact.slice(1)} can tell you more about this policy.`)}`,
    ...(declaration === undefined
      ? ['# No section was found that staff sign. Name one here if there is: declaration: "8"']
      : ['# The section that people read and sign.', `declaration: ${JSON.stringify(declaration)}`]),
    ...reviewLines(rhythm, reviewEvery),
    '',
  ]).join('\n')
}

function reviewLines(said: number | undefined, usual: number | undefined): string[] {
  const months = said ?? usual
  if (months === undefined)
    return [
      '# How many months after a review the next one is due. The text does not say so; for a year: reviewEvery: 12',
    ]
  const why = said === undefined ? 'as in school.yaml' : 'as the text says'
  return [`# How many months after a review the next one is due, ${why}.`, `reviewEvery: ${months}`]
}
