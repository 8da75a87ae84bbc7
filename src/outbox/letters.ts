// Whether people are written to by email.
import type { Ports } from '../ports/ports.ts'

/** Somebody who has an address and no account is written to: a letter leads to a page, so there has to be one. */
export function sendsLetters({ mail, publicUrl }: Pick<Ports, 'mail' | 'publicUrl'>): boolean {
  return mail.on && publicUrl !== undefined
}
