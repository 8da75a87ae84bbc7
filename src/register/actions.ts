// What the buttons of the register mean. Each of them asks first whether the person may.
import { z } from 'zod'
import { aboutPerson, actions, id } from '../chat/actions.ts'
import { groups } from '../chat/people.ts'

/** Of the kinds of standing, those by which the register can be narrowed. */
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
  /** Without a policy, how all of them stand. */
  register: { policy: id.optional() },
  /** Sent with a form whose fields `group`, `standing` and `name` go before those in here. `after` and `before` are person ids. */
  'turn-register': {
    policy: id,
    group: z.enum([...groups, 'none']).optional(),
    standing: z.enum([...standings, 'unsigned']).optional(),
    /** Part of a name. */
    name: z.string().max(80).optional(),
    after: id.optional(),
    /** The pages before this one, the nearest last: where each began. */
    before: z.array(id.nullable()).max(20).optional(),
  },
  person: aboutPerson,
  nudge: aboutPerson,
  /** Shows the form for something that SLT does about one person. */
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
  /** Sent with a form: `other`, the email address or the name of somebody who is the same person. */
  'join-person': aboutPerson,
  /** They were told what it does. `other` is the id of whoever becomes another name. */
  'join-sure': { ...aboutPerson, other: id },
  unjoin: { ...aboutPerson, other: id },
  'new-person': { policy: id },
  /** Sent with a form: `name`, `email`, `group`, `starts`. */
  'add-person': { policy: id },
})
