// Folds a person's history with one policy into the little that their standing depends on.
import type { Entry, FactOf } from '../journal/types.ts'
import type { Involvement, LatestSignature, ReadingProgress } from './types.ts'

/** An entry, or a fact that is about to become one. */
export type FoldedEntry = Pick<Entry, 'id' | 'at' | 'fact'>
export type SignedEntry = FoldedEntry & { readonly fact: FactOf<'signed'> }

/** `history` is one person's and one policy's, oldest first. */
export function foldInvolvement(history: readonly FoldedEntry[], reading: ReadingProgress | undefined): Involvement {
  const signed = latestSigning(history)
  return {
    signed: signed && toLatest(signed),
    open: openMatter(history),
    excused: excuse(history),
    reading:
      reading === undefined || isSpent(reading, signed)
        ? undefined
        : { edition: reading.edition, sections: reading.read.length },
  }
}

function toLatest(signed: SignedEntry): LatestSignature {
  const { edition, wording } = signed.fact
  return { entry: signed.id, edition, wording, at: signedAt(signed) }
}

/**
 * What counts after one more signature, where nothing was withdrawn: as `foldInvolvement` gives it for all of them. The
 * same object as before where the new one does not count.
 */
export function withSigning(before: LatestSignature | undefined, next: SignedEntry): LatestSignature {
  return before !== undefined && !counts(next.fact, before) ? before : toLatest(next)
}

/** For paper, noon of the day on it, because nobody knows the hour. */
export function signedAt({ at, fact: { paper } }: SignedEntry): Date {
  return paper === undefined ? at : new Date(`${paper.on}T12:00:00Z`)
}

/** Reading ends with a signature. If the words are replaced later, they are read afresh. */
function isSpent(reading: ReadingProgress, signed: SignedEntry | undefined): boolean {
  return reading.edition === signed?.fact.edition && reading.at <= signed.at
}

/** The signatures that were not withdrawn, oldest first. */
export function validSignings(history: readonly FoldedEntry[]): readonly SignedEntry[] {
  const withdrawn = new Set(history.flatMap(({ fact }) => (fact.kind === 'withdrawn' ? [fact.entry] : [])))
  return history.filter(isSigning).filter(({ id }) => !withdrawn.has(id))
}

export function isSigning<T extends FoldedEntry>(happened: T): happened is T & SignedEntry {
  return happened.fact.kind === 'signed'
}

/** The one that counts. */
function latestSigning(history: readonly FoldedEntry[]): SignedEntry | undefined {
  return validSignings(history).reduce<SignedEntry | undefined>(
    (best, next) => (best === undefined || counts(next.fact, best.fact) ? next : best),
    undefined,
  )
}

interface OfEdition {
  readonly edition: string
}

/**
 * The signature of the newest edition counts: an old paper signature that is recorded today does not replace a newer
 * one.
 */
function counts(next: OfEdition, best: OfEdition): boolean {
  return next.edition >= best.edition
}

/** The latest refusal or concern that was not followed by a signature of the same or a newer edition. */
function openMatter(history: readonly FoldedEntry[]): Involvement['open'] {
  const valid = validSignings(history).map((signing) => ({
    edition: signing.fact.edition,
    at: history.indexOf(signing),
  }))
  const isOpen = (edition: string, at: number) => !valid.some((each) => each.at > at && each.edition >= edition)
  for (const [at, { fact, at: when }] of [...history.entries()].toReversed()) {
    if (fact.kind === 'declined' && isOpen(fact.edition, at))
      return { kind: 'declined', edition: fact.edition, at: when }
    if (fact.kind === 'raised' && fact.what === 'concern' && isOpen(fact.edition, at))
      return { kind: 'concern', edition: fact.edition, at: when }
  }
  return undefined
}

function excuse(history: readonly FoldedEntry[]): Involvement['excused'] {
  let excused: Involvement['excused']
  for (const { fact } of history) {
    if (fact.kind === 'excused') excused = { by: fact.by, until: fact.until }
    else if (fact.kind === 'excuse-ended') excused = undefined
  }
  return excused
}
