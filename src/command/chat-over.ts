// One way to write to people on any of the connected platforms.
import type { Platform } from '../chat/people.ts'
import type { Chat, Connection } from '../ports/ports.ts'

/** A message that is not an answer goes to the platform of its place. */
export function chatOver(connections: ReadonlyMap<Platform, Connection>): Chat {
  return {
    async post(place, card, about) {
      const connection = connections.get(place.platform)
      if (connection !== undefined) return connection.chat.post(place, card, about)
      return { kind: 'refused', why: 'other', what: `${place.platform} is not connected` }
    },
    async find(place, keys, since) {
      const connection = connections.get(place.platform)
      if (connection !== undefined) return connection.chat.find(place, keys, since)
      return { kind: 'later', what: `${place.platform} is not connected` }
    },
    async replace(place, message, card) {
      const connection = connections.get(place.platform)
      if (connection !== undefined) return connection.chat.replace(place, message, card)
      return { kind: 'failed', what: `${place.platform} is not connected` }
    },
  }
}
