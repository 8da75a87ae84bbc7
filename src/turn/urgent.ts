// What comes before everything else, as this school's knowledge tells it.
import type { ChatEvent } from '../chat/events.ts'
import { memo, memoLast } from '../kit/memo.ts'
import { compileUrgent } from '../search/urgent.ts'
import type { UrgentKind } from '../search/types.ts'
import type { Library } from './library.ts'
import type { Turn } from './turn.ts'

/** Compiled once: it takes longer than a hundred answers. */
export const urgentIn = memo(({ urgent }: Library) => compileUrgent(urgent))

/** The same, asked twice of what somebody says: before it is written down, and when it is answered. Forgotten with the event. */
export function urgentOf({ event, library }: Pick<Turn, 'event' | 'library'>, text: string): UrgentKind | undefined {
  return heardIn(event)(library, text)
}
const heardIn = memo((_: ChatEvent) => memoLast((library: Library, text: string) => urgentIn(library)(text)))
