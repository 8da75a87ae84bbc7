// The card of a timeline: the picture, the same in words, and the way back.
import { buttons, note, plain, type Button, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import { capital } from '../kit/text.ts'
import { sayTimeline, type Timeline } from '../kit/timeline.ts'

export interface TimelineShown {
  /** Where the picture can be fetched, for a platform that fetches pictures itself. */
  readonly url: string | undefined
  readonly more: string
  readonly back: Button
  readonly practice: boolean
}

export function showTimelineCard(timeline: Timeline, { url, more, back, practice }: TimelineShown): Card {
  const said = sayTimeline(timeline)
  const card: Card = {
    title: timeline.label,
    tone: 'plain',
    summary: compact([timeline.label, said.at(-1)]).join('. '),
    blocks: [
      { kind: 'timeline', timeline, url },
      { kind: 'list', ordered: false, items: said.map((line) => plain(capital(line))) },
      note(more),
      buttons(back),
    ],
  }
  return markPractice(card, practice)
}
