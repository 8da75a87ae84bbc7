// Puts a notice in the place of earlier ones that it makes out of date, where the platform can: their buttons are gone
// then, and nobody is disturbed by one more message.
import type { Card } from '../chat/cards.ts'
import type { Account } from '../chat/people.ts'
import type { Notice } from '../ports/notices.ts'
import type { Chat, Posted } from '../ports/ports.ts'

export interface Replaced {
  readonly way: string
  readonly posted: Posted
}

/**
 * What became of it. Undefined where the newest of them cannot be replaced, so that it has to be sent: it came by email,
 * its platform shows it for good, or nobody knows what became of it. Nothing is claimed for this: to replace twice is
 * harmless.
 */
export async function replaceEarlier(
  chat: Pick<Chat, 'replace'>,
  { card, accounts }: { readonly card: Card; readonly accounts: readonly Account[] },
  earlier: readonly Notice[],
): Promise<Replaced | undefined> {
  let newest: Replaced | undefined
  for (const { way, message } of earlier.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    newest = undefined
    const account = accounts.find(({ platform }) => platform === way)
    if (account === undefined || message === undefined) continue
    const { platform, id } = account
    const posted = await chat.replace({ platform, id, kind: 'private' }, message, card)
    // Tried again later, together with the others.
    if (posted.kind === 'failed') return { way: platform, posted }
    if (posted.kind !== 'refused') newest = { way: platform, posted }
  }
  return newest
}
