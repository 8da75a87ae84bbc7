// Lines and buttons that appear on every card about a policy.
import { readingActions } from './actions.ts'
import { linkBlock, note, strong, text, type Block, type Button } from '../chat/cards.ts'
import { sayDay, sayDuration, sayWhen } from '../kit/days.ts'
import { shorten } from '../kit/text.ts'
import { reviewState } from '../policy/force.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Citation, Edition, OutsideSource } from '../policy/types.ts'

/** Below every card about a policy: that it is a summary, and that its review is overdue. */
export function quietLines(edition: Edition | undefined, shelf: Shelf): readonly Block[] {
  if (edition === undefined) return []
  const known = said.get(edition)
  if (known?.shelf === shelf) return known.lines
  const lines = [...wordingNote(edition), ...reviewNote(edition, shelf)]
  said.set(edition, { shelf, lines })
  return lines
}

// Remembered: it is the same all day on every answer, and computing durations takes a fifth of an answer's time.
const said = new WeakMap<Edition, { readonly shelf: Shelf; readonly lines: readonly Block[] }>()

function reviewNote(edition: Edition, { today, review }: Shelf): Block[] {
  const state = reviewState(review(edition).due, today)
  if (state.kind !== 'overdue') return []
  return [note(`This policy was due for review ${sayWhen(state.on)}, ${sayDuration(state.since, today)} ago.`)]
}

/** On every card that shows a restated edition. Undefined for the school's own text. */
export function wordingNote(edition: Edition): Block[] {
  switch (edition.wording) {
    case 'adopted':
      return []
    case 'restated':
      return [note('This is a summary in other words, not the school’s adopted text.')]
  }
}

/** In place of a text that is not here: who publishes it, and the way to it. Nothing where the text is the school's own. */
export function outsideBlocks({ outside, title }: Edition): Block[] {
  if (outside === undefined) return []
  return [text(sayPublished({ outside, title })), linkBlock(`Open it: ${title}`, outside.link)]
}

export function sayPublished({ outside, title }: Pick<Edition, 'title'> & { readonly outside: OutsideSource }): string {
  return `This is outside: ${title} is published by ${outside.by}, so I have no text of it to quote.`
}

/** Shown where the text announces something and then stops. */
export function gapLine(line: string): Block {
  return text(strong('The policy stops here. '), line)
}

/** What the school wrote beside a section, clearly marked as not part of the policy. */
export function schoolNotes(edition: Edition, ref: string, shelf: Shelf): Block[] {
  return shelf
    .notes(edition, ref)
    .slice(-mostNotes)
    .flatMap(({ text: written, who, until }) => [
      text(strong('The school’s own note, not part of the policy: '), written),
      note(`Written by ${who}. It stands until ${sayDay(until)}.`),
    ])
}

/** Only the latest notes: more would hide the section. */
const mostNotes = 3

export function readButton(cites: Citation, label: string): Button {
  return { label, action: readingActions('read', { ...cites }) }
}

export function whomButton(policy: string): Button {
  return { label: 'Who can I ask?', action: readingActions('whom', { policy }) }
}

export function policyButton({ policy, title }: Edition): Button {
  return {
    label: shorten(title, 75),
    action: readingActions('sections', { policy }),
    spoken: `Show the sections of the ${title}`,
  }
}
