// Recognises what comes before everything else, by this school's knowledge.
import { memo } from '../kit/memo.ts'
import { compileUrgent } from '../search/urgent.ts'
import type { Library } from './library.ts'

/** Compiled once: compiling takes longer than a hundred answers. */
const compiled = memo(compileUrgent)

export function urgentIn({ urgent }: Library): ReturnType<typeof compileUrgent> {
  return compiled(urgent)
}
