// The result of reminding everybody who has not signed, for SLT.
import { compact } from '../kit/defined.ts'
import { opening } from '../chat/opening.ts'
import { buttons, plain, text, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay, type Day } from '../kit/days.ts'
import type { Nudged } from './nudged.ts'

export interface NudgeSubject {
  readonly policy: string
  readonly edition: string
  readonly title: string
  readonly practice: boolean
}

/** Once everything is done; `meant` is the intended day, where it took until another. */
export function showNudged(about: NudgeSubject, nudged: Nudged, meant?: Day): Card {
  const unreached = nudged.unreached + nudged.trying + nudged.waiting
  const lines = compact([
    `${people(nudged.sent)} ${nudged.sent === 1 ? 'was' : 'were'} reminded to sign the ${about.title}.`,
    nudged.before > 0 && `${people(nudged.before)} had a reminder on that day already.`,
    nudged.resting > 0 &&
      `${people(nudged.resting)} ${nudged.resting === 1 ? 'is' : 'are'} away, off that day, or asked to be left alone.`,
    unreached > 0 && `${people(unreached)} could not be reached, in a chat or by email.`,
    meant !== undefined && `It was meant for ${sayDay(meant)}, and took until today.`,
  ])
  return frame(
    about,
    'Everybody was reminded',
    compact([
      { kind: 'list', ordered: false, items: lines.map(plain) },
      unreached > 0 &&
        text('Open them in the register: “Remind them” gives you a link to hand over, or record a signature on paper.'),
    ]),
    lines.join(' '),
  )
}

/** What all its cards share. */
export function frame(about: NudgeSubject, title: string, blocks: Card['blocks'], summary: string): Card {
  return markPractice(
    {
      title,
      tone: 'plain',
      summary,
      blocks: [
        ...blocks,
        buttons({ label: 'Back to the register', action: opening('register', { policy: about.policy, back: true }) }),
      ],
    },
    about.practice,
  )
}

export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}
