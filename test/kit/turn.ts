// Makes a turn for a single conversation; actions of other features go through the real doors.
import { openTurn } from '../../src/turn/meet.ts'
import { openMemory } from '../../src/turn/memory.ts'
import type { Turn } from '../../src/turn/turn.ts'
import { house } from './house.ts'

export function aTurn(given: Omit<Turn, 'memory' | 'words' | 'doors'>): Turn {
  return openTurn({ ...given, memory: openMemory() }, house)
}
