// Takes events in without recording anything, for tests and benches of what comes before and after.
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Reply } from '../../src/chat/replies.ts'
import type { Take } from '../../src/ports/outbox.ts'

export function takenBy(hear: (event: ChatEvent) => Promise<readonly Reply[]>): Take {
  return (event) =>
    Promise.resolve({
      replies: ({ outsider }) => hear(outsider ? { ...event, outsider: true } : event),
      shown: () => undefined,
      notShown: () => undefined,
    })
}
