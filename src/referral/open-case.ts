// Opens a case, once, even if the button is pressed twice.
import type { Platform } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { wordsOf } from '../kit/text.ts'
import type { Case, CaseAbout, CaseChange, Route } from '../ports/cases.ts'

export interface NewCase {
  readonly id: string
  readonly at: Date
  readonly asker: string
  readonly practice: boolean
  readonly platform: Platform
  readonly route: Route
  readonly about: CaseAbout
  readonly offered: readonly string[]
  readonly due: Day
  readonly words: string
}

export type CaseOpened =
  | { readonly kind: 'opened' | 'already-open'; readonly opened: Case }
  | { readonly kind: 'words-empty' | 'nobody' | 'not-yours' }

export function openCase(found: Case | undefined, { words, at, asker, ...asked }: NewCase): CaseChange<CaseOpened> {
  if (found !== undefined)
    return { outcome: found.asker === asker ? { kind: 'already-open', opened: found } : { kind: 'not-yours' } }
  if (wordsOf(words).length === 0) return { outcome: { kind: 'words-empty' } }
  if (asked.offered.length === 0) return { outcome: { kind: 'nobody' } }
  const opened: Case = {
    ...asked,
    at,
    asker,
    state: 'waiting',
    taker: undefined,
    closed: undefined,
    messages: [{ seq: 1, at, by: asker, kind: 'asked', text: words.trim() }],
  }
  return { now: opened, outcome: { kind: 'opened', opened } }
}
