// A turn for one conversation alone: what it asks of the others goes through the real doors.
import { openMemory } from '../../src/turn/memory.ts'
import { say } from '../../src/turn/meet.ts'
import type { Turn } from '../../src/turn/turn.ts'
import { house } from './house.ts'

export function aTurn(given: Omit<Turn, 'memory' | 'words' | 'doors'>): Turn {
  const turn: Turn = {
    ...given,
    memory: openMemory(),
    words: house.words,
    doors: {
      follow: async (action) => house.follow(turn, action, {}),
      say: (text) => say(turn, text, house),
      home: (place, person) => house.home(turn, place, person),
      help: house.help,
    },
  }
  return turn
}
