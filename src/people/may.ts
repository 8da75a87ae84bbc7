// Who may do what, decided here for every platform and the command line; a refusal says who can.
import type { Person, Role } from '../chat/people.ts'

/** What not everybody may do. */
export type Deed =
  /** See who has signed, their history, and what they said. */
  | 'see-register'
  /** Open and close campaigns, nudge, excuse, withdraw a wrong signature, record one on paper. */
  | 'run-campaign'
  /** See who has signed for one campaign, remind those people, and give it a later day. */
  | 'mind-campaign'
  /** Add people, change groups, roles and days, join accounts. */
  | 'keep-people'
  /** Say whether a new edition is material or editorial, and record the outcome of a review. */
  | 'own-policy'
  /** Adopt what people's questions teach, and withdraw it. */
  | 'teach'
  /** Change contacts, terms, reminders and the school's name. */
  | 'keep-settings'
  /** Take a whole backup away, or delete one: it holds what was said in confidence. */
  | 'take-backup'

const allowed: Readonly<Record<Deed, readonly Role[]>> = {
  'see-register': ['slt', 'administrator'],
  'run-campaign': ['slt', 'administrator'],
  'mind-campaign': ['slt', 'administrator'],
  'keep-people': ['slt', 'administrator'],
  'own-policy': ['policy-owner', 'slt'],
  teach: ['policy-owner', 'slt'],
  'keep-settings': ['slt', 'administrator'],
  'take-backup': ['administrator'],
}

/**
 * People who are unknown or have left may do none of it. `today` is in the school's zone. `handedTo` is the person id of
 * whoever was handed the campaign that the deed is about: they may mind that campaign, and nothing else for it.
 */
export function may(person: Person | undefined, deed: Deed, today: string, handedTo?: string): boolean {
  if (person === undefined) return false
  if (person.leavesOn !== undefined && person.leavesOn < today) return false
  if (deed === 'mind-campaign' && person.id === handedTo) return true
  return person.roles.some((role) => allowed[deed].includes(role))
}

/** For a refusal: "the senior leadership team or an administrator". */
export function whoMay(deed: Deed): string {
  return allowed[deed].map((role) => roleNames[role]).join(' or ')
}

/** For the middle of a sentence. */
export const roleNames: Readonly<Record<Role, string>> = {
  staff: 'staff',
  slt: 'the senior leadership team',
  'policy-owner': 'the policy owner',
  administrator: 'an administrator',
}
