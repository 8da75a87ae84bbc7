// The state of every edition, for the home page and the status card.
import { compact } from '../kit/defined.ts'
import { buttons, buttonsAmong, plain, text, type Block } from '../chat/cards.ts'
import { mostNamed } from '../chat/wording.ts'
import { sayDuration, sayWhen } from '../kit/days.ts'
import { sayEdition } from '../policy/cite.ts'
import { reviewState } from '../policy/force.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Edition } from '../policy/types.ts'
import { readingActions } from './actions.ts'
import { sectionChoices } from './cards.ts'
import { policyButton, wordingNote } from './lines.ts'

/** The state of every edition; where there are many, only those whose review is overdue. */
export function stateLines(shelf: Shelf): string[] {
  const editions = editionsOf(shelf)
  if (editions.length <= mostNamed) return editions.map((edition) => sayReadingState(shelf, edition))
  const late = editions.filter((edition) => reviewOf(shelf, edition).kind === 'overdue')
  return late.map((edition) => sayReadingState(shelf, edition))
}

export function stateBlocks(shelf: Shelf): Block[] {
  const lines = stateLines(shelf)
  if (editionsOf(shelf).length <= mostNamed) return lines.map((line) => text(line))
  return compact([
    lines.length !== 0 && ({ kind: 'list', ordered: false, items: lines.map(plain) } as const),
    buttons({ label: 'Show the policies', action: readingActions('sections') }),
  ])
}

/** Each policy as a menu of its sections; where there are many policies, one menu of policies. */
export function policyBlocks(shelf: Shelf): Block[] {
  const editions = editionsOf(shelf)
  if (editions.length > mostNamed) {
    return compact([
      { kind: 'heading', text: `The school’s ${editions.length} policies` },
      buttonsAmong('policies', editions.slice(0, mostInList).map(policyButton)),
      editions.length > mostInList && buttons({ label: 'Show all policies', action: readingActions('sections') }),
    ])
  }
  return editions.flatMap((edition): Block[] => [
    { kind: 'heading', text: edition.title },
    text(sayReadingState(shelf, edition)),
    ...sectionChoices(edition),
    ...wordingNote(edition),
  ])
}

/** The most that a menu holds on every platform. */
const mostInList = 100

function editionsOf(shelf: Shelf): Edition[] {
  return shelf.policies.flatMap(({ id }) => shelf.edition(id) ?? [])
}

function reviewOf(shelf: Shelf, edition: Edition) {
  return reviewState(shelf.review(edition).due, shelf.today)
}

export function sayReadingState(shelf: Shelf, edition: Edition): string {
  const review = reviewOf(shelf, edition)
  const start = `${edition.title}, edition ${sayEdition(edition)}`
  switch (review.kind) {
    case 'none':
      return `${start}.`
    case 'current':
      return `${start}. Its next review is ${sayWhen(review.on)}.`
    case 'overdue':
      return `${start}. Its review was due ${sayWhen(review.on)}, ${sayDuration(review.since, shelf.today)} ago.`
  }
}
