// One thing that happened, with all that a conversation needs to answer it.
import type { ChatEvent } from '../chat/events.ts'
import type { Person } from '../chat/people.ts'
import type { Desk } from './desk.ts'
import type { Library } from './library.ts'
import type { Ports } from '../ports/ports.ts'

export interface Turn {
  readonly event: ChatEvent
  readonly now: Date
  readonly ports: Ports
  readonly library: Library
  readonly desk: Desk
}

/** Who speaks, as the directory knows them. */
export function personOf({ ports, event }: Turn): Promise<Person | undefined> {
  return ports.directory.find(event.account)
}
