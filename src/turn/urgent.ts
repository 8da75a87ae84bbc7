// Recognises what comes before everything else, by this school's knowledge.
import type { ChatEvent } from '../chat/events.ts'
import { memo, memoLast } from '../kit/memo.ts'
import { compileUrgent } from '../search/urgent.ts'
import type { UrgentKind } from '../search/types.ts'
import type { Library } from './library.ts'
import type { Turn } from './turn.ts'

/** Compiled once: compiling takes longer than a hundred answers. */
const compiled = memo(compileUrgent)

export function urgentIn({ urgent }: Library): ReturnType<typeof compileUrgent> {
  return compiled(urgent)
}

/**
 * Remembered for each event, because the same is asked twice: before it is written down, and when it is answered. It is
 * forgotten with the event.
 */
export function urgentOf({ event, library }: Pick<Turn, 'event' | 'library'>, text: string): UrgentKind | undefined {
  return heardIn(event)(library, text)
}
const heardIn = memo((_: ChatEvent) => memoLast((library: Library, text: string) => urgentIn(library)(text)))
