// What the buttons of the register mean. Each first checks whether the person may.
import { z } from 'zod'
import { aboutPerson, actions, id } from '../chat/actions.ts'
import { groups } from '../chat/people.ts'

/** The kinds of standing by which the register can be filtered. */
export const standings = [
  'not-asked',
  'asked',
  'reading',
  'signed',
  'signed-earlier',
  'carried-over',
  'concern-raised',
  'declined',
  'excused',
  'left',
] as const

export const registerActions = actions({
  /** Without a policy, shows how all of them stand. */
  register: { policy: id.optional() },
  /**
   * Sent with a form: its fields `group`, `standing` and `name` override those in here. `after` and `before` are person
   * ids.
   */
  'turn-register': {
    policy: id,
    group: z.enum([...groups, 'none']).optional(),
    standing: z.enum([...standings, 'unsigned']).optional(),
    /** Part of a name. */
    name: z.string().max(80).optional(),
    after: id.optional(),
    /** Where each of the earlier pages began, the nearest last. */
    before: z.array(id.nullable()).max(20).optional(),
  },
  person: aboutPerson,
  nudge: aboutPerson,
  /** Shows the form for something that SLT does for one person. */
  prepare: { ...aboutPerson, what: z.enum(['excuse', 'withdraw', 'paper', 'details']) },
  /** Sent with a form: `reason`, and perhaps `until`. */
  excuse: aboutPerson,
  'end-excuse': aboutPerson,
  /** Sent with a form: `reason`. `entry` is the id of the signature. */
  withdraw: { ...aboutPerson, entry: id },
  /** Sent with a form: `name`, `on`, `kept`. */
  'sign-paper': { ...aboutPerson, edition: id },
  /** Sent with a form: `group`, `roles`, `starts`, `leaves`, `weekdays`. */
  'change-person': aboutPerson,
  /** Sent with a form: `other`, the email address or name of the entry that is the same person. */
  'join-person': aboutPerson,
  /** They were told what it does. `other` is the id that becomes another name. */
  'join-sure': { ...aboutPerson, other: id },
  unjoin: { ...aboutPerson, other: id },
  /** Without a policy, the way back leads to how all of them stand. */
  'new-person': { policy: id.optional() },
  /** Sent with a form: `name`, `email`, `group`, `starts`. */
  'add-person': { policy: id.optional() },
})
