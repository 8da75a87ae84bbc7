// As many stamps as a decision about a whole round can need, drawn before it is made.
import { stampOf, type Stamp } from '../journal/stamp.ts'
import { mostStamps } from './open-round.ts'

/** `newId` returns at least 64 random bits. */
export function stampsAt(at: Date, newId: () => string): readonly Stamp[] {
  return Array.from({ length: mostStamps }, () => stampOf({ clock: () => at, newId }))
}
