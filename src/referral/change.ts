// What happens in a case after it was opened: it is taken, answered, asked back, passed on, released, closed. Each
// change sees the case as it is at that moment, so that of two people who act at once the second is told.
import { wordsOf } from '../kit/text.ts'
import type { Case, CaseChange, CaseDeed, Closing } from '../ports/cases.ts'
import type { writings } from './actions.ts'

interface Doing {
  readonly by: string
  readonly at: Date
}

export type TakeOutcome =
  | { readonly kind: 'taken' | 'already-yours'; readonly now: Case }
  | { readonly kind: 'taken-by'; readonly taker: string }
  | { readonly kind: 'closed'; readonly now: Case }
  | { readonly kind: 'not-yours' }

export function takeCase(found: Case | undefined, { by, at }: Doing): CaseChange<TakeOutcome> {
  if (found === undefined) return { outcome: { kind: 'not-yours' } }
  if (found.taker === by) return { outcome: { kind: 'already-yours', now: found } }
  if (!found.offered.includes(by)) return { outcome: { kind: 'not-yours' } }
  if (found.state === 'closed') return { outcome: { kind: 'closed', now: found } }
  if (found.taker !== undefined) return { outcome: { kind: 'taken-by', taker: found.taker } }
  const now: Case = { ...add(found, { by, at, kind: 'taken' }), state: 'taken', taker: by }
  return { now, outcome: { kind: 'taken', now } }
}

export type CaseMessageKind = (typeof writings)[number]

export interface Saying extends Doing {
  readonly what: CaseMessageKind
  readonly words: string
  /** The last message on the card. */
  readonly seen: number
  /** The person it is passed on to; undefined where nobody suitable was chosen. */
  readonly to?: string | undefined
}

export type SayOutcome =
  | { readonly kind: 'said'; readonly now: Case }
  | { readonly kind: 'moved-on' | 'closed'; readonly now: Case }
  | { readonly kind: 'words-empty' | 'nobody-chosen'; readonly now: Case }
  | { readonly kind: 'not-yours' }

export function sayInCase(found: Case | undefined, saying: Saying): CaseChange<SayOutcome> {
  if (found === undefined || !mayWrite(found, saying)) return { outcome: { kind: 'not-yours' } }
  const refused = refuse(found, saying)
  if (refused !== undefined) return { outcome: { kind: refused, now: found } }
  const now = write(found, saying)
  return { now, outcome: { kind: 'said', now } }
}

/** The responder answers; only the asker replies; either may close it. */
export function mayWrite({ asker, taker }: Pick<Case, 'asker' | 'taker'>, { by, what }: Pick<Saying, 'by' | 'what'>) {
  if (what === 'reply') return by === asker
  if (what === 'close') return by === asker || by === taker
  return by === taker
}

function refuse(found: Case, { what, words, seen, to }: Saying): 'closed' | 'moved-on' | Unready | undefined {
  if (found.state === 'closed') return 'closed'
  if (found.messages.length > seen) return 'moved-on'
  if (what === 'pass-on') return to === undefined ? 'nobody-chosen' : undefined
  return what !== 'close' && wordsOf(words).length === 0 ? 'words-empty' : undefined
}

type Unready = 'words-empty' | 'nobody-chosen'

function write(found: Case, { what, by, at, words, to = '' }: Saying): Case {
  const said = (kind: CaseDeed) => add(found, { by, at, kind, text: words.trim() })
  switch (what) {
    case 'answer':
      return { ...said('answered'), state: 'answered' }
    case 'ask-back':
      return { ...said('asked-back'), state: 'asked-back' }
    case 'reply':
      return { ...said('replied'), state: found.taker === undefined ? 'waiting' : 'taken' }
    case 'pass-on':
      return { ...said('passed'), state: 'waiting', taker: undefined, offered: [to] }
    case 'close':
      return { ...said('closed'), state: 'closed', closed: { at, why: by === found.asker ? 'asker' : 'taker' } }
  }
}

/** The responder can no longer answer: it waits again, for others. */
export function releaseCase(
  found: Case | undefined,
  { taker, at, offered }: { readonly taker: string; readonly at: Date; readonly offered: readonly string[] },
): CaseChange<boolean> {
  if (found?.taker !== taker || found.state === 'closed') return { outcome: false }
  const now: Case = { ...add(found, { at, kind: 'released' }), state: 'waiting', taker: undefined, offered }
  return { now, outcome: true }
}

/** It still waits, but other people are to answer. */
export function offerCase(found: Case | undefined, offered: readonly string[]): CaseChange<boolean> {
  if (found?.state !== 'waiting' || isSame(found.offered, offered)) return { outcome: false }
  return { now: { ...found, offered }, outcome: true }
}

/** By a scheduled job, for a reason that needs no explanation. */
export function closeCase(
  found: Case | undefined,
  { why, at, seen }: { readonly why: Closing; readonly at: Date; readonly seen: number },
): CaseChange<boolean> {
  if (found === undefined || found.state === 'closed' || found.messages.length > seen) return { outcome: false }
  return { now: { ...add(found, { at, kind: 'closed' }), state: 'closed', closed: { at, why } }, outcome: true }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each))
}

interface Added {
  readonly by?: string
  readonly at: Date
  readonly kind: CaseDeed
  readonly text?: string
}

function add(found: Case, { by, at, kind, text = '' }: Added): Case {
  return { ...found, messages: [...found.messages, { seq: found.messages.length + 1, at, by, kind, text }] }
}
