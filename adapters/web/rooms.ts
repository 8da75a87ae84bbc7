// The conversations of people who came in by a link, in memory only and for a limited time, because they contain what
// people typed.
import { limits } from './limits.ts'
import type { Room } from './room.ts'

export interface Rooms {
  /** The room under that key, or a new one. */
  enter(key: string, make: () => Room): Room
  peek(key: string): Room | undefined
  forget(key: string): void
}

export function keepRooms(clock: () => Date): Rooms {
  // In the order in which they were last looked at.
  const rooms = new Map<string, { readonly room: Room; readonly at: number }>()
  const sweep = (now: number) => {
    for (const [key, { at }] of rooms) {
      if (rooms.size <= limits.rooms && now - at < limits.roomHours * 3_600_000) break
      rooms.delete(key)
    }
  }
  return {
    enter(key, make) {
      const now = clock().getTime()
      const room = rooms.get(key)?.room ?? make()
      rooms.delete(key)
      rooms.set(key, { room, at: now })
      sweep(now)
      return room
    },
    peek: (key) => rooms.get(key)?.room,
    forget: (key) => void rooms.delete(key),
  }
}
