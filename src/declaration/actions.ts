// What the buttons of reading for a signature, and of signing, mean.
import { z } from 'zod'
import { actions, citation, edition, id } from '../chat/actions.ts'

/** What somebody may say before signing. */
export const wordsBefore = ['question', 'concern', 'decline'] as const

export const declarationActions = actions({
  /**
   * Starts reading for a signature, or goes on where reading stopped, on any platform. Without a policy: what waits for
   * the person, to choose from where there are several.
   */
  'start-reading': { policy: id.optional() },
  /** Turns to a step of the reading, counted from 0; `read` is the ref of the section that was just finished. */
  'turn-page': { ...edition, step: z.number().int().min(0).max(2_000), read: id.optional() },
  'ask-about': citation,
  /** Shows the declaration with its form. */
  declaration: { ...edition, read: id.optional() },
  /**
   * Sent with a form: `name`, and a tick `s0`, `s1` … for each statement. `wording` is the SHA-256 of what was shown;
   * `named` means that the person was asked about their name and confirmed it.
   */
  sign: { ...edition, wording: z.string().regex(/^[0-9a-f]{64}$/), named: z.boolean().optional() },
  /** Shows the form for saying something before signing, or instead of signing. */
  'before-signing': { ...edition, what: z.enum(wordsBefore) },
  /** Sent with a form whose field `words` holds the message. */
  'say-before': { ...edition, what: z.enum(wordsBefore) },
  receipt: { entry: id },
})
