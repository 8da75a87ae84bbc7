// What comes before everything else, as this school's knowledge tells it.
import { memo } from '../kit/memo.ts'
import { compileUrgent } from '../search/urgent.ts'
import type { Library } from './library.ts'

/** Compiled once: it takes longer than a hundred answers. */
export const urgentIn = memo(({ urgent }: Library) => compileUrgent(urgent))
