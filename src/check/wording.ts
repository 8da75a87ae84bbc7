// The words for rulings, the same on every card and in every picture.
import type { Tone } from '../chat/cards.ts'
import type { Ruling } from '../guide/scenario.ts'

/** The heading of a verdict. */
export function rulingTitle(ruling: Ruling): string {
  return said[ruling].title
}

export function rulingTone(ruling: Ruling): Tone {
  return said[ruling].tone
}

const said: Readonly<Record<Ruling, { readonly title: string; readonly tone: Tone }>> = {
  'go-ahead': { title: 'Go ahead', tone: 'go-ahead' },
  'go-ahead-if': { title: 'Go ahead, once you have seen to this', tone: 'caution' },
  'ask-first': { title: 'Ask first', tone: 'caution' },
  'do-not': { title: 'Please do not post this', tone: 'stop' },
  'not-for-this-tool': { title: 'This is not a matter for this tool', tone: 'plain' },
  'report-now': { title: 'Please report this now', tone: 'urgent' },
}
