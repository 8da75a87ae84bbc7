// A program of the bot over a test's ports. What it posts is handed to the test, and cannot be found or replaced later.
import { createApp, type App } from '../../src/app.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Posted, Ports } from '../../src/ports/ports.ts'
import type { Library } from '../../src/turn/library.ts'
import { theLibrary } from './library.ts'
import { cannotReplace, cannotTell } from './ports.ts'

export interface PostSeen {
  /** The id of the account. */
  readonly to: string
  readonly card: Card
  /** Of the notice; empty for an answer. */
  readonly key: string
}

/** Whatever `seen` returns is what the platform says of the message: without an answer, that it was sent. */
export function startPosting(
  ports: Ports,
  seen: (post: PostSeen) => Posted | Promise<Posted> | undefined,
  library: Library = theLibrary(),
): App {
  const post = async ({ id }: { readonly id: string }, card: Card, about?: { readonly key?: string | undefined }) =>
    (await seen({ to: id, card, key: about?.key ?? '' })) ?? ({ kind: 'sent', message: 'm' } as const)
  return createApp({ ...ports, chat: { find: cannotTell, replace: cannotReplace, post } }, library)
}

/** A digest or a review's warning, which come at their own time and are not what a test of reminders looks at. */
export function isOwnTime({ key }: Pick<PostSeen, 'key'>): boolean {
  return /^(digest|review):/.test(key)
}
